using System.Collections.Frozen;
using Assessment.Engine.Expressions;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads calculations and binds their names. The operators are a closed set: whatever is not here is refused.</summary>
internal sealed class ExpressionReader
{
    private readonly ReadingState _state;
    private readonly Dictionary<string, (int Column, string Title)> _names;
    private readonly FrozenDictionary<
        string,
        Func<YamlMap, string, Constant?, Expression?>
    > _operators;

    /// <param name="names">The named values of the sheet, which expressions may refer to.</param>
    internal ExpressionReader(
        ReadingState state,
        Dictionary<string, (int Column, string Title)> names
    )
    {
        _state = state;
        _names = names;
        _operators = new Dictionary<string, Func<YamlMap, string, Constant?, Expression?>>(
            StringComparer.Ordinal
        )
        {
            ["fact"] = (map, key, _) => ReadFact(map, key),
            ["attribute"] = (map, key, _) => ReadAttribute(map, key),
            ["sum"] = (map, key, _) => new Sum(ReadList(map, key)),
            ["product"] = (map, key, _) => new Product(ReadList(map, key)),
            ["difference"] = (map, key, _) => new Difference(ReadList(map, key)),
            ["mean"] = (map, key, _) =>
                new Mean(ReadList(map, key), _state.OptionalConstant(map, "whenAllAbsent")),
            ["min"] = (map, key, _) => new Extreme(ReadList(map, key), largest: false),
            ["max"] = (map, key, _) => new Extreme(ReadList(map, key), largest: true),
            ["firstPresent"] = (map, key, _) => new FirstPresent(ReadList(map, key)),
            ["ratio"] = (map, key, _) => ReadRatio(map, key),
            ["weighted"] = (map, key, _) => ReadWeighted(map, key),
            ["scale"] = ReadScale,
            ["deduct"] = ReadDeduct,
            ["round"] = (map, key, _) => new Round(Read(map.Take(key)!), map.Decimals()),
            ["rank"] = (map, key, _) => ReadRank(map, key),
            ["steps"] = (map, key, _) => ReadSteps(map, key),
            ["events"] = (map, key, _) => ReadEvents(map, key),
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal Expression Read(YamlMap map, string key) =>
        map.Require(key) is { } node ? Read(node) : Nothing();

    /// <param name="points">Points (分值) of the item that the expression belongs to.</param>
    internal Expression Read(YamlNode node, Constant? points = null)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
            return ReadScalar(node, text);
        if (
            node is not YamlMappingNode
            || YamlMap.From(node, _state.Problems, "算法") is not { } map
        )
        {
            _state.Problems.Add(node, "expression-expected", "此处应当是数字、名称或一种算法");
            return Nothing();
        }
        var found = map.Keys.Where(_operators.ContainsKey).ToList();
        if (found.Count != 1)
        {
            var written = string.Join("、", map.Keys);
            _state.Problems.Add(
                node,
                found.Count == 0 ? "operator-unknown" : "operator-ambiguous",
                found.Count == 0
                    ? $"没有“{written}”这种算法{NearestName.Hint(map.Keys.FirstOrDefault() ?? "", _operators.Keys)}"
                    : $"一处只能写一种算法，这里写了：{string.Join("、", found)}"
            );
            return Nothing();
        }
        var expression = _operators[found[0]](map, found[0], points);
        map.Close();
        return expression ?? Nothing();
    }

    // Stands in where a problem was reported; a scheme with problems is never evaluated.
    private static Constant Nothing() => new(0m, "0", null);

    private Expression ReadScalar(YamlNode node, string text)
    {
        if (ReadingState.TryNumber(text, out var number))
            return new Constant(number, text, null);
        if (_state.Parameters.ContainsKey(text))
            return _state.Constant(node, text);
        if (_names.TryGetValue(text, out var named))
        {
            if (_state.Lines.TryGetValue(text, out var line))
                _state.Used.Add(line);
            return new Reference(named.Column, named.Title);
        }
        _state.Problems.Add(
            node,
            "name-unknown",
            $"没有名为“{text}”的项目、指标或参数{NearestName.Hint(text, _names.Keys.Concat(_state.Parameters.Keys))}"
        );
        return Nothing();
    }

    private IReadOnlyList<Expression> ReadList(YamlMap map, string key) =>
        [.. map.List(key).Select(node => Read(node))];

    private FactReading? ReadFact(YamlMap map, string key)
    {
        var node = map.Take(key)!;
        var item = map.Text(key);
        var by = map.OptionalText("by");
        var period = map.OptionalText("period");
        var figure = ReadFigure(map);
        var absent = ReadAbsent(map);
        if (!_state.Facts.TryGetValue(item, out var declaration))
        {
            _state.Problems.Add(
                node,
                "fact-unknown",
                $"“facts”里没有声明“{item}”{NearestName.Hint(item, _state.Facts.Keys)}"
            );
            return null;
        }
        _state.Used.Add(declaration);
        // Which periods there are follows from the source.
        if (CheckPart(map, "by", by, declaration.Sources.Keys))
            CheckPart(map, "period", period, declaration.PeriodsOf(by).Keys);
        var factKey = new FactKey(item, by, period);
        return new(
            _state.SlotOf(factKey),
            factKey,
            new(TitleOf(declaration, by, period), declaration.Unit),
            figure,
            absent
        );
    }

    private bool CheckPart(YamlMap map, string key, string? written, IEnumerable<string> declared)
    {
        if (written is null ? !declared.Any() : declared.Contains(written, StringComparer.Ordinal))
            return true;
        _state.Problems.Add(
            map.Take(key) ?? map.Node,
            "fact-part-unknown",
            written is null
                ? $"此事实须写明“{key}”：{string.Join("、", declared)}"
                : $"此事实的“{key}”没有“{written}”{NearestName.Hint(written, declared)}"
        );
        return false;
    }

    private static string TitleOf(FactDeclaration declaration, string? by, string? period)
    {
        var source = by is null ? null : declaration.Sources.GetValueOrDefault(by);
        var parts = new[]
        {
            source?.Title,
            period is null ? null : declaration.PeriodsOf(by).GetValueOrDefault(period),
        };
        var named = string.Join("，", parts.OfType<string>());
        return named.Length == 0 ? declaration.Title : $"{declaration.Title}（{named}）";
    }

    private FactFigure ReadFigure(YamlMap map)
    {
        switch (map.OptionalText("figure"))
        {
            case null or "value":
                return FactFigure.Value;
            case "count":
                return FactFigure.Count;
            case "eligible":
                return FactFigure.Eligible;
            default:
                _state.Problems.Add(
                    map.Take("figure")!,
                    "figure-unknown",
                    "“figure”只能是 value、count 或 eligible"
                );
                return FactFigure.Value;
        }
    }

    /// <summary>缺少事实的含义 has to be written: nothing is silently zero.</summary>
    private AbsentMeaning ReadAbsent(YamlMap map) =>
        map.Require("absent") switch
        {
            null => new(CellState.Missing, null),
            YamlScalarNode { Value: "missing" } => new(CellState.Missing, null),
            YamlScalarNode { Value: "excluded" } => new(CellState.None, null),
            var node => new(CellState.Present, _state.Constant(node, "absent")),
        };

    private AttributeReading? ReadAttribute(YamlMap map, string key)
    {
        switch (map.Text(key))
        {
            case "households":
                return new(AreaAttribute.Households);
            case "partyMembers":
                return new(AreaAttribute.PartyMembers);
            default:
                _state.Problems.Add(
                    map.Take(key)!,
                    "attribute-unknown",
                    "“attribute”只能是 households 或 partyMembers"
                );
                return null;
        }
    }

    private Ratio? ReadRatio(YamlMap map, string key)
    {
        var parts = ReadList(map, key);
        if (parts.Count == 2)
            return new(parts[0], parts[1]);
        _state.Problems.Add(
            map.Take(key)!,
            "two-parts-expected",
            "“ratio”应当恰好有两项：被除数、除数"
        );
        return null;
    }

    private Weighted ReadWeighted(YamlMap map, string key)
    {
        var terms = new List<(Constant Weight, Expression Of)>();
        foreach (var term in map.Maps(key))
        {
            terms.Add((_state.Constant(term, "weight"), Read(term, "of")));
            term.Close();
        }
        var sum = terms.Sum(term => term.Weight.Value);
        if (sum != 1m)
            _state.Problems.Add(
                map.Take(key)!,
                "weights-not-whole",
                $"权重之和应当是 100%，现为 {sum * 100m:0.####}%"
            );
        return new(terms);
    }

    private Scale? ReadScale(YamlMap map, string key, Constant? points)
    {
        var own = _state.OptionalConstant(map, "points") ?? points;
        var percent = Read(map.Take(key)!);
        if (own is not null)
            return new(own, percent);
        _state.Problems.Add(
            map.Node,
            "points-missing",
            "“scale”须在有分值的项目里使用，或写明“points”"
        );
        return null;
    }

    private Deduct ReadDeduct(YamlMap map, string key, Constant? points) =>
        new(
            map.Require("from") is { } from ? Read(from, points) : Nothing(),
            Read(map.Take(key)!),
            _state.Constant(map, "each"),
            _state.Constant(map, "floor")
        );

    private RankBy? ReadRank(YamlMap map, string key)
    {
        var name = map.Text(key);
        if (_names.TryGetValue(name, out var named))
            return new(named.Column, named.Title);
        _state.Problems.Add(
            map.Take(key)!,
            "name-unknown",
            $"“rank”应当是项目或指标的名称，没有“{name}”{NearestName.Hint(name, _names.Keys)}"
        );
        return null;
    }

    private Steps ReadSteps(YamlMap map, string key)
    {
        var steps = new List<(Constant UpTo, Constant Value)>();
        foreach (var step in map.Maps("through"))
        {
            var upTo = _state.Constant(step, "to");
            if (steps.Count > 0 && upTo.Value <= steps[^1].UpTo.Value)
                _state.Problems.Add(step.Node, "steps-not-ascending", "各级的“to”应当从小到大");
            steps.Add((upTo, _state.Constant(step, "value")));
            step.Close();
        }
        return new(Read(map.Take(key)!), steps, _state.Constant(map, "otherwise"));
    }

    private EventPoints ReadEvents(YamlMap map, string key)
    {
        var rules = new List<EventRule>();
        foreach (var node in map.List(key))
        {
            var name = (node as YamlScalarNode)?.Value ?? "";
            if (_state.Events.TryGetValue(name, out var rule))
            {
                _state.Used.Add(rule);
                rules.Add(rule);
            }
            else
            {
                _state.Problems.Add(
                    node,
                    "event-rule-unknown",
                    $"“events”里没有“{name}”{NearestName.Hint(name, _state.Events.Keys)}"
                );
            }
        }
        return new(rules, _state.OptionalConstant(map, "cap"));
    }
}
