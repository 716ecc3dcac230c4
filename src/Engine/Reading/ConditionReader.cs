using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads conditions. Everything in one map must hold.</summary>
internal sealed class ConditionReader(
    ReadingState state,
    SheetScope scope,
    ExpressionReader expressions
)
{
    private readonly AttributeConditionReader _attributes = new(state, scope);

    private static readonly (string Key, SubjectName Name, string Code)[] Names =
    [
        ("post", SubjectName.Post, "post-unknown"),
        ("identity", SubjectName.Identity, "identity-unknown"),
        ("grade", SubjectName.Grade, "grade-unknown"),
        ("band", SubjectName.Band, "band-unknown"),
        ("previousGrade", SubjectName.PreviousGrade, "grade-unknown"),
        ("areaGrade", SubjectName.AreaGrade, "grade-unknown"),
        ("areaTier", SubjectName.AreaTier, "tier-unknown"),
    ];

    private static readonly (string Key, PersonFlag Flag)[] Flags =
    [
        ("presiding", PersonFlag.Presiding),
        ("onSite", PersonFlag.OnSite),
        ("retiredInYear", PersonFlag.RetiredInYear),
    ];

    private static readonly (string Key, Comparison Comparison)[] Limits =
    [
        ("below", Comparison.Below),
        ("atMost", Comparison.AtMost),
        ("atLeast", Comparison.AtLeast),
        ("above", Comparison.Above),
    ];

    /// <param name="known">What of the placing has been given by the time the condition is looked at.</param>
    internal Condition? Optional(YamlMap map, string key, PlacingStage known) =>
        map.Take(key) is { } node ? Read(node, known) : null;

    /// <inheritdoc cref="Optional"/>
    internal Condition Required(YamlMap map, string key, PlacingStage known) =>
        map.Require(key) is { } node ? Read(node, known) : new AllOf([]);

    private Condition Read(YamlNode node, PlacingStage known)
    {
        if (YamlMap.From(node, state.Problems, "条件") is not { } map)
        {
            return new AllOf([]);
        }

        map.Offer(Offered());
        var parts = new List<Condition>();
        if (map.Has("hasEvent"))
        {
            parts.Add(new EventCondition(Events(map)));
        }

        foreach (var (key, name, code) in Names)
        {
            if (map.Has(key))
            {
                parts.Add(ReadNames(map, key, name, code));
                CheckGiven(map, key, name, known);
            }
        }
        foreach (var (key, flag) in Flags)
        {
            if (map.OptionalFlag(key) is { } expected)
            {
                parts.Add(new FlagCondition(flag, expected));
            }
        }
        if (map.Has("attribute") && _attributes.Read(map) is { } declared)
        {
            parts.Add(declared);
        }

        if (map.Has("value"))
        {
            parts.Add(ReadValue(map));
        }

        if (map.Has("any"))
        {
            parts.Add(new AnyOf([.. map.List("any").Select(part => Read(part, known))]));
        }

        if (map.Has("all"))
        {
            parts.Add(new AllOf([.. map.List("all").Select(part => Read(part, known))]));
        }

        if (map.Take("not") is { } negated)
        {
            parts.Add(new Not(Read(negated, known)));
        }

        map.Close();
        if (!map.Keys.Any())
        {
            state.Problems.Add(node, "condition-empty", "条件不能为空");
        }

        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    /// <summary>
    /// What may be written there: the payout sees no events, and names of which the scheme has none ask for nothing.
    /// </summary>
    private IEnumerable<string> Offered() =>
        Names
            .Where(one => scope.Valid(one.Name, state).Count > 0)
            .Select(one => one.Key)
            .Concat(["value", "any", "all"])
            .Concat(scope.Kind == ScopeKind.Payout ? [] : ["hasEvent"])
            .Concat(_attributes.Usable.Any() ? ["attribute"] : []);

    private List<EventRule> Events(YamlMap map)
    {
        if (scope.Kind == ScopeKind.Payout)
        {
            state.Problems.Add(
                map.KeyNode("hasEvent"),
                "not-in-payout",
                "发放规则只看已公示的结果和人员情况，不能用“hasEvent”"
            );
        }

        return state.EventRules(map, "hasEvent");
    }

    private NameCondition ReadNames(YamlMap map, string key, SubjectName name, string code)
    {
        var valid = scope.Valid(name, state);
        var names = new List<string>();
        foreach (var node in map.List(key))
        {
            var written = (node as YamlScalarNode)?.Value ?? "";
            names.Add(written);
            if (!valid.Contains(written))
            {
                state.Problems.Add(
                    node,
                    code,
                    $"没有名为“{written}”的{name.Title()}{NearestName.Hint(written, valid)}"
                );
            }
        }
        return new(name, names, state.TitlesOf(name));
    }

    /// <summary>A grade, band or tier that is given only later would be a condition that never holds.</summary>
    private void CheckGiven(YamlMap map, string key, SubjectName name, PlacingStage known)
    {
        if (scope.Kind != ScopeKind.Payout && scope.GivenAt(name) > known)
        {
            state.Problems.Add(
                map.KeyNode(key),
                "condition-not-here",
                $"{name.Title()}在这一步之后才产生，这里的条件不能用“{key}”"
            );
        }
    }

    private ValueCondition ReadValue(YamlMap map)
    {
        var value = expressions.ReadNumber(map, "value");
        var found = Limits.Where(limit => map.Has(limit.Key)).ToList();
        if (found.Count != 1)
        {
            found.ForEach(limit => map.Take(limit.Key));
            map.Offer(Limits.Select(limit => limit.Key));
            state.Problems.Add(
                map.Node,
                "limit-expected",
                "“value”须与 below、atMost、atLeast、above 之一同用"
            );
            return new(value, Comparison.AtLeast, new Constant(0m, "0", null));
        }
        var limit = state.Constant(map, found[0].Key);
        if (map.Take(found[0].Key) is { } at)
        {
            scope.Units.AddComparedTo(value, new UnitRelations.Part(at, limit));
        }

        return new(value, found[0].Comparison, limit);
    }
}
