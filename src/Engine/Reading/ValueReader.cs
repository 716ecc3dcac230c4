using System.Collections.Frozen;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads the named values of a sheet: lines, measures, items, adjustments, total.</summary>
internal sealed class ValueReader(
    ReadingState state,
    SheetScope scope,
    ExpressionReader expressions
)
{
    private const string Points = "分";
    private readonly List<Draft> _drafts = [];
    private readonly List<NamedValue> _lines = [];

    /// <summary>A named value whose name is known, and whose expression is still to be read.</summary>
    internal sealed record Draft(
        int Column,
        string Id,
        string Title,
        NamedValueKind Kind,
        YamlMap Map,
        Constant? Points,
        IReadOnlyList<Draft> Children
    );

    internal void DeclareLines()
    {
        foreach (var line in state.Lines.Values)
        {
            scope.Lines[line.Id] = (_lines.Count, line.Title);
            _lines.Add(
                new(
                    _lines.Count,
                    line.Id,
                    line.Title,
                    NamedValueKind.Line,
                    null,
                    Points,
                    InResults: false,
                    Voice.Others,
                    new LineScores(line, scope.Slots).Expression(),
                    line.Citation
                )
            );
        }
    }

    internal Draft? DeclareFixed(YamlMap map, string key, NamedValueKind kind) =>
        map.OptionalMap(key) is { } inner ? Declare(inner, kind, key) : null;

    internal Draft Declare(YamlMap map, NamedValueKind kind, string? fixedId = null)
    {
        var children =
            kind == NamedValueKind.Item
                ? map.OptionalMaps("items").Select(child => Declare(child, kind)).ToList()
                : [];
        var id = fixedId ?? map.Text("id");
        var title = map.Text("title");
        var points = kind == NamedValueKind.Item ? state.OptionalConstant(map, "points") : null;
        var draft = new Draft(_lines.Count + _drafts.Count, id, title, kind, map, points, children);
        _drafts.Add(draft);
        Name(id, title, draft.Column, map);
        if (children.Count > 0)
        {
            CheckPoints(map, points, children);
        }

        return draft;
    }

    /// <summary>All values, each in its column. Names first: an expression may use what is written further down.</summary>
    internal List<NamedValue> Values()
    {
        var values = new List<NamedValue>(_lines);
        foreach (var draft in _drafts)
        {
            expressions.Circular = Circular(draft);
            values.Add(Read(draft));
        }
        expressions.Circular = FrozenSet<string>.Empty;
        return values;
    }

    /// <summary>The value itself, the items that it is part of, and the total, for which everything is calculated that is scored.</summary>
    private FrozenSet<string> Circular(Draft draft)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { draft.Id };
        for (
            var part = draft;
            _drafts.Find(one => one.Children.Contains(part)) is { } whole;
            part = whole
        )
        {
            names.Add(whole.Id);
        }

        if (draft.Kind is NamedValueKind.Item or NamedValueKind.Adjustment)
        {
            names.UnionWith(
                _drafts.Where(one => one.Kind == NamedValueKind.Total).Select(one => one.Id)
            );
        }

        return names.ToFrozenSet(StringComparer.Ordinal);
    }

    internal void CheckPoints(YamlMap map, Constant? points, IReadOnlyList<Draft> children)
    {
        if (
            points is not { Text.Length: > 0 }
            || children.Count == 0
            || children.Any(child => child.Points is not { Text.Length: > 0 })
        )
        {
            return;
        }

        var sum = children.Sum(child => child.Points!.Value);
        if (sum != points.Value)
        {
            state.Problems.Add(
                map.Take("points") ?? map.Node,
                "points-do-not-add-up",
                $"分值应当是各项目之和 {sum:0.####}，这里写的是 {points.Text}"
            );
        }
    }

    /// <summary>满分: what is declared is what the total can come to, where its calculation says that.</summary>
    internal void CheckMost(YamlMap map, Constant? points, List<NamedValue> values, int total)
    {
        if (
            state.Problems.IsEmpty
            && points is { Text.Length: > 0 }
            && values[total].Expression.MostBy(new MostPoints(state.Facts, values)) is { } most
            && most != points.Value
        )
        {
            state.Problems.Add(
                map.Take("points")!,
                "points-do-not-add-up",
                $"按“total”的算法，总分最多 {NumberFormat.Number(most)} 分（加分、减分不算），这里写的是 {points.Text}"
            );
        }
    }

    /// <summary>What is scored and then not counted: a measure would say that it only is a figure.</summary>
    internal void CheckCounted(List<NamedValue> values, int total)
    {
        // Where something could not be read, it is not known what uses what.
        if (!state.Problems.IsEmpty)
        {
            return;
        }

        var reached = new HashSet<int>();
        var next = new Stack<int>([total]);
        while (next.TryPop(out var column))
        {
            if (!reached.Add(column))
            {
                continue;
            }

            foreach (var used in values[column].Expression.Columns)
            {
                next.Push(used);
            }
        }
        foreach (
            var draft in _drafts.Where(draft =>
                draft.Kind is NamedValueKind.Item or NamedValueKind.Adjustment
                && !reached.Contains(draft.Column)
            )
        )
        {
            state.Problems.Add(
                draft.Map.Node,
                "item-not-in-total",
                $"“{draft.Title}”没有计入总分：“total”的算法直接、间接都没有用到“{draft.Id}”；只作参考的数写在“measures”里"
            );
        }
    }

    /// <summary>The columns so that each comes after those it uses. A circle is a problem.</summary>
    internal List<int> Order(List<NamedValue> values)
    {
        var order = new List<int>(values.Count);
        var marks = new byte[values.Count];
        var way = new List<int>();
        for (var column = 0; column < values.Count; column++)
        {
            Visit(column);
        }

        return order;

        void Visit(int column)
        {
            if (marks[column] == 2)
            {
                return;
            }

            if (marks[column] == 1)
            {
                var draft = _drafts[column - _lines.Count];
                var circle = way.SkipWhile(passed => passed != column)
                    .Append(column)
                    .Select(passed => values[passed].Id);
                state.Problems.Add(
                    draft.Map.Node,
                    "circular",
                    $"“{draft.Id}”的算法绕回了它自己：{string.Join(" → ", circle)}"
                );
                return;
            }
            marks[column] = 1;
            way.Add(column);
            foreach (var used in values[column].Expression.Columns)
            {
                Visit(used);
            }

            way.RemoveAt(way.Count - 1);
            marks[column] = 2;
            order.Add(column);
        }
    }

    private void Name(string id, string title, int column, YamlMap map)
    {
        if (scope.Names.TryAdd(id, (column, title)) && !state.Parameters.ContainsKey(id))
        {
            return;
        }

        state.Problems.Add(
            map.Has("id") ? map.Take("id")! : map.Node,
            "duplicate-id",
            $"名称“{id}”用了两次"
        );
    }

    private NamedValue Read(Draft draft)
    {
        var map = draft.Map;
        var leaf = draft.Children.Count == 0;
        var expression =
            map.Has("value") || leaf
                ? map.Require("value") is { } node
                    ? expressions.Read(node, draft.Points, QuantityOf(draft))
                    : new Constant(0m, "0", null)
                : new Sum([
                    .. draft.Children.Select(child => new Reference(
                        child.Column,
                        child.Id,
                        child.Title
                    )),
                ]);
        // An item says how many points something is worth; a figure stays what it is.
        if (
            draft.Kind is NamedValueKind.Measure or NamedValueKind.Progress
            && map.OptionalText("unit") is { } unit
            && map.Take("value") is { } at
        )
        {
            scope.Units.Add(Unit.Named(unit), new UnitRelations.Part(at, expression));
        }

        if (map.Has("decimals"))
        {
            expression = new Round(expression, map.Decimals());
        }

        if (draft.Kind == NamedValueKind.Item && leaf)
        {
            expression = MadeVoidable(draft.Id, expression);
        }

        var value = new NamedValue(
            draft.Column,
            draft.Id,
            draft.Title,
            draft.Kind,
            draft.Points?.Value,
            map.OptionalText("unit")
                ?? (draft.Kind is NamedValueKind.Item or NamedValueKind.Adjustment ? Points : null),
            draft.Kind == NamedValueKind.Item && map.Flag("inResults", leaf),
            draft.Kind == NamedValueKind.Item ? ReadVoice(map) : Voice.Others,
            expression,
            state.Citation(map, draft.Id)
        )
        {
            Way = draft.Kind == NamedValueKind.Item ? WayReader.Read(map) : default,
        };
        map.Close();
        return value;
    }

    private static Quantity QuantityOf(Draft draft) =>
        draft.Kind is NamedValueKind.Measure or NamedValueKind.Progress
            ? Quantity.Of(draft.Map.OptionalText("unit"))
            : Quantity.Points;

    private Expression MadeVoidable(string item, Expression value)
    {
        var voiding = state.Events.Values.Where(rule => rule.Mark == EventMark.VoidsItem).ToList();
        state.Used.UnionWith(voiding);
        return voiding.Count == 0 ? value : new Voidable(item, value, voiding);
    }

    private Voice ReadVoice(YamlMap map)
    {
        switch (map.OptionalText("voice"))
        {
            case null:
                return Voice.Others;
            case "residents":
                return Voice.Residents;
            default:
                state.Problems.Add(
                    map.Take("voice")!,
                    "voice-unknown",
                    "“voice”只能是 residents（群众评价）"
                );
                return Voice.Others;
        }
    }
}
