using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads a score sheet: the score tree, and what follows from the total.</summary>
internal sealed class SheetReader
{
    private const string TotalName = "total";

    /// <summary>What follows from the total is not looked at where there is none.</summary>
    private static readonly string[] FollowingTotal = ["rank", "tierLift", "findings", "flags"];

    private readonly ReadingState _state;
    private readonly SheetScope _scope;
    private readonly ConditionReader _conditions;
    private readonly ValueReader _values;
    private readonly PlacingReader _standings;
    private readonly FindingReader _findings;

    internal SheetReader(ReadingState state, SheetScope scope)
    {
        var expressions = new ExpressionReader(state, scope);
        _state = state;
        _scope = scope;
        _conditions = new(state, scope, expressions);
        _values = new(state, scope, expressions);
        _standings = new(state, scope, expressions, _conditions);
        _findings = new(state, scope, expressions);
    }

    internal ScoreSheet? ReadAreas(YamlMap map)
    {
        var points = _state.Constant(map, "points");
        _values.DeclareLines();
        var sheet = Read(map, points, "居民区", []);
        map.Close();
        CheckUnits();
        return sheet;
    }

    /// <param name="asides">Those of all classes, before the class's own.</param>
    internal ScoreSheet? ReadClass(YamlMap map, IReadOnlyList<YamlMap> asides)
    {
        var id = map.Text("id");
        var title = map.Text("title");
        var own = map.OptionalMaps("aside");
        var sheet = Read(map, _state.OptionalConstant(map, "points"), title, [.. asides, .. own]);
        foreach (var aside in own)
        {
            aside.Close();
        }
        // Read last, so that the class's own names are known.
        var who = _conditions.Required(map, "who", PlacingStage.None);
        WhoReader.CheckDecided(map, who, _state);
        map.Close();
        CheckUnits();
        return sheet is null ? null : sheet with { Id = id, Who = who };
    }

    private List<TierRule> ReadTiers(YamlMap map)
    {
        var tiers = _standings.ReadTiers(map);
        _scope.SomeHaveNoTier = tiers.Count > 0 && tiers[^1] is not { ToRank: null, Unless: null };
        return tiers;
    }

    private void CheckUnits()
    {
        if (_scope.Values is { } values)
        {
            _scope.Units.Check(values, _state.Problems);
        }
    }

    private ScoreSheet? Read(
        YamlMap map,
        Expressions.Constant? points,
        string title,
        IReadOnlyList<YamlMap> asides
    )
    {
        _standings.DeclareNames(map, asides);
        foreach (var measure in map.OptionalMaps("measures"))
        {
            _values.Declare(measure, NamedValueKind.Measure);
        }

        var items = map.Maps("items")
            .Select(item => _values.Declare(item, NamedValueKind.Item))
            .ToList();
        var bonus = _values.DeclareFixed(map, "bonus", NamedValueKind.Adjustment);
        var deduction = _values.DeclareFixed(map, "deduction", NamedValueKind.Adjustment);
        var progress = _values.DeclareFixed(map, "progress", NamedValueKind.Progress);
        if (_values.DeclareFixed(map, TotalName, NamedValueKind.Total) is not { } total)
        {
            _state.Problems.Add(map.Node, "key-missing", $"缺少“{TotalName}”");
            foreach (var following in FollowingTotal)
            {
                map.Take(following);
            }

            return null;
        }
        if (!total.Map.Has("decimals"))
        {
            _state.Problems.Add(
                total.Map.Node,
                "key-missing",
                "总分须写明“decimals”（保留几位小数）"
            );
        }

        _values.CheckPoints(map, points, items);
        var values = _values.Values();
        var order = _values.Order(values);
        _scope.Values = new(values, _scope.Areas?.Values);
        _values.CheckCounted(values, total.Column);
        _values.CheckMost(map, points, values, total.Column);
        var rank = _standings.ReadRank(map);
        var (unmet, lastPlaces) = _findings.Read(map);
        return new ScoreSheet
        {
            Title = title,
            Values = values,
            Order = order,
            Total = values[total.Column],
            Bonus = bonus is null ? null : values[bonus.Column],
            Deduction = deduction is null ? null : values[deduction.Column],
            Progress = progress is null ? null : values[progress.Column],
            Rank = rank,
            Asides = [.. asides.Select(_standings.ReadAside)],
            Bands = _standings.ReadBands(map),
            Grades = _standings.ReadGrades(map, rank.Within),
            Tiers = ReadTiers(map),
            TierLift = _standings.ReadLift(map),
            Findings = unmet,
            LastPlaces = lastPlaces,
            Flags = _standings.ReadFlags(map),
        }.Prepared();
    }
}
