using Assessment.Engine.Expressions;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>areas</c>: the score tree, and what follows from the total.</summary>
internal sealed class SheetReader
{
    private const string TotalName = "total";
    private readonly ReadingState _state;
    private const string Points = "分";
    private readonly Dictionary<string, (int Column, string Title)> _names = new(
        StringComparer.Ordinal
    );
    private readonly List<Draft> _drafts = [];
    private readonly ExpressionReader _expressions;

    internal SheetReader(ReadingState state)
    {
        _state = state;
        _expressions = new(state, _names);
    }

    /// <summary>A named value whose name is known, and whose expression is still to be read.</summary>
    private sealed record Draft(
        int Column,
        string Id,
        string Title,
        NamedValueKind Kind,
        YamlMap Map,
        Constant? Points,
        IReadOnlyList<Draft> Children
    );

    internal ScoreSheet? Read(YamlMap map)
    {
        var points = _state.Constant(map, "points");
        // Names first: an expression may use what is written further down.
        var lines = _state
            .Lines.Values.Select((line, column) => DeclareLine(line, column))
            .ToList();
        foreach (var measure in map.OptionalMaps("measures"))
            Declare(measure, NamedValueKind.Measure);
        var items = map.Maps("items").Select(item => Declare(item, NamedValueKind.Item)).ToList();
        var bonus = DeclareFixed(map, "bonus", NamedValueKind.Adjustment);
        var deduction = DeclareFixed(map, "deduction", NamedValueKind.Adjustment);
        var progress = DeclareFixed(map, "progress", NamedValueKind.Progress);
        if (DeclareFixed(map, TotalName, NamedValueKind.Total) is not { } total)
        {
            _state.Problems.Add(map.Node, "key-missing", $"缺少“{TotalName}”");
            return null;
        }
        CheckPoints(map, points, items);

        var values = new List<NamedValue>(lines);
        values.AddRange(_drafts.Select(ReadValue));
        var order = Order(values);
        var sheet = new ScoreSheet(
            values,
            order,
            values[total.Column],
            bonus is null ? null : values[bonus.Column],
            deduction is null ? null : values[deduction.Column],
            progress is null ? null : values[progress.Column],
            ReadRank(map),
            ReadGrades(map),
            ReadTiers(map),
            [.. map.OptionalMaps("findings").Select(ReadFinding)]
        );
        map.Close();
        return sheet;
    }

    /// <summary>A line's value: the mean over its departments, each of which must have scored.</summary>
    private NamedValue DeclareLine(ScoreLine line, int column)
    {
        Name(line.Id, line.Title, column, null);
        var parts = line.Departments.Select(department =>
        {
            var key = new FactKey(line.Id, department, null);
            return new FactReading(
                _state.SlotOf(key),
                key,
                new($"{department}评分", Points),
                FactFigure.Value,
                new(CellState.Missing, null)
            );
        });
        return new(
            column,
            line.Id,
            line.Title,
            NamedValueKind.Line,
            null,
            Points,
            InResults: false,
            new Mean([.. parts], whenAllAbsent: null),
            line.Citation
        );
    }

    private Draft? DeclareFixed(YamlMap map, string key, NamedValueKind kind) =>
        map.OptionalMap(key) is { } inner ? Declare(inner, kind, key) : null;

    private Draft Declare(YamlMap map, NamedValueKind kind, string? fixedId = null)
    {
        var children =
            kind == NamedValueKind.Item
                ? map.OptionalMaps("items").Select(child => Declare(child, kind)).ToList()
                : [];
        var id = fixedId ?? map.Text("id");
        var title = map.Text("title");
        var points = kind == NamedValueKind.Item ? _state.OptionalConstant(map, "points") : null;
        var draft = new Draft(
            _state.Lines.Count + _drafts.Count,
            id,
            title,
            kind,
            map,
            points,
            children
        );
        _drafts.Add(draft);
        Name(id, title, draft.Column, map);
        if (children.Count > 0)
            CheckPoints(map, points, children);
        return draft;
    }

    /// <param name="map">Null for a line, whose name the collection has checked.</param>
    private void Name(string id, string title, int column, YamlMap? map)
    {
        var isNew = _names.TryAdd(id, (column, title)) && !_state.Parameters.ContainsKey(id);
        if (!isNew && map is not null)
        {
            _state.Problems.Add(
                map.Has("id") ? map.Take("id")! : map.Node,
                "duplicate-id",
                $"名称“{id}”用了两次"
            );
        }
    }

    private NamedValue ReadValue(Draft draft)
    {
        var map = draft.Map;
        var leaf = draft.Children.Count == 0;
        var expression =
            map.Has("value") || leaf
                ? map.Require("value") is { } node
                    ? _expressions.Read(node, draft.Points)
                    : new Constant(0m, "0", null)
                : new Sum([
                    .. draft.Children.Select(child => new Reference(child.Column, child.Title)),
                ]);
        if (map.Has("decimals"))
            expression = new Round(expression, map.Decimals());
        var value = new NamedValue(
            draft.Column,
            draft.Id,
            draft.Title,
            draft.Kind,
            draft.Points?.Value,
            map.OptionalText("unit")
                ?? (draft.Kind is NamedValueKind.Item or NamedValueKind.Adjustment ? Points : null),
            draft.Kind == NamedValueKind.Item && map.Flag("inResults", leaf),
            expression,
            _state.Citation(map, draft.Id)
        );
        map.Close();
        return value;
    }

    private void CheckPoints(YamlMap map, Constant? points, IReadOnlyList<Draft> children)
    {
        if (points is null || children.Any(child => child.Points is null))
            return;
        var sum = children.Sum(child => child.Points!.Value);
        if (sum != points.Value)
        {
            _state.Problems.Add(
                map.Take("points") ?? map.Node,
                "points-do-not-add-up",
                $"分值应当是各项目之和 {sum:0.####}，这里写的是 {points.Text}"
            );
        }
    }

    /// <summary>The columns so that each comes after those it uses. A circle is a problem.</summary>
    private List<int> Order(List<NamedValue> values)
    {
        var order = new List<int>(values.Count);
        var marks = new byte[values.Count];
        for (var column = 0; column < values.Count; column++)
            Visit(column);
        return order;

        void Visit(int column)
        {
            if (marks[column] == 2)
                return;
            if (marks[column] == 1)
            {
                var draft = _drafts[column - _state.Lines.Count];
                _state.Problems.Add(draft.Map.Node, "circular", $"“{draft.Id}”的算法绕回了它自己");
                return;
            }
            marks[column] = 1;
            foreach (var used in values[column].Expression.Columns)
                Visit(used);
            marks[column] = 2;
            order.Add(column);
        }
    }

    private RankRule ReadRank(YamlMap map)
    {
        if (map.Map("rank") is not { } rank)
            return new(false, [], new("", "", null));
        var tieBreaks = rank.OptionalMaps("tieBreaks").Select(ReadTieBreak).ToList();
        var rule = new RankRule(
            rank.Flag("withinCategory", otherwise: false),
            tieBreaks,
            _state.Citation(rank, "rank")
        );
        rank.Close();
        return rule;
    }

    private TieBreak ReadTieBreak(YamlMap map)
    {
        var tieBreak = new TieBreak(
            map.Text("title"),
            _expressions.Read(map, "value"),
            map.Decimals()
        );
        map.Close();
        return tieBreak;
    }

    private List<GradeRule> ReadGrades(YamlMap map)
    {
        var written = map.OptionalMaps("grades");
        var grades = new List<GradeRule>();
        foreach (var grade in written)
        {
            var name = grade.Text("name");
            var atLeast = _state.OptionalConstant(grade, "atLeast");
            var quota = grade.OptionalMap("quota") is { } map2 ? ReadQuota(map2) : null;
            if (grades.Any(earlier => string.Equals(earlier.Name, name, StringComparison.Ordinal)))
                _state.Problems.Add(grade.Node, "duplicate-id", $"等次“{name}”写了两次");
            if (
                grades.Count > 0
                && grades[^1].AtLeast is { } above
                && atLeast is not null
                && atLeast.Value > above.Value
            )
                _state.Problems.Add(
                    grade.Node,
                    "grades-not-descending",
                    "等次的分数线应当从高到低"
                );
            grades.Add(new(name, atLeast, quota, _state.Citation(grade, name)));
            grade.Close();
        }
        if (grades.Count > 0 && (grades[^1].AtLeast is not null || grades[^1].Quota is not null))
            _state.Problems.Add(
                written[^1].Node,
                "last-grade-has-condition",
                "最后一个等次不能有条件，否则有人没有等次"
            );
        return grades;
    }

    private Quota ReadQuota(YamlMap map)
    {
        var quota = new Quota(_state.Constant(map, "share"), _state.OptionalConstant(map, "max"));
        if (quota.Maximum is { Value: < 0m })
            _state.Problems.Add(map.Node, "maximum-impossible", "名额上限不能小于 0");
        if (quota.Share.Value is <= 0m or > 1m)
            _state.Problems.Add(map.Node, "share-impossible", "名额比例应当大于 0%、不大于 100%");
        map.Close();
        return quota;
    }

    private List<TierRule> ReadTiers(YamlMap map)
    {
        var tiers = new List<TierRule>();
        foreach (var tier in map.OptionalMaps("tiers"))
        {
            var name = tier.Text("name");
            var toRank = _state.Constant(tier, "toRank");
            if (tiers.Count > 0 && toRank.Value <= tiers[^1].ToRank.Value)
                _state.Problems.Add(tier.Node, "tiers-not-ascending", "各档的“toRank”应当从小到大");
            tiers.Add(new(name, toRank, _state.Citation(tier, name)));
            tier.Close();
        }
        return tiers;
    }

    private FindingRule ReadFinding(YamlMap map)
    {
        var detail = map.Text("detail");
        var finding = new FindingRule(
            map.Text("code"),
            detail,
            map.Text("title"),
            _expressions.Read(map, "value"),
            _expressions.Read(map, "atLeast"),
            _state.Citation(map, detail)
        );
        map.Close();
        return finding;
    }
}
