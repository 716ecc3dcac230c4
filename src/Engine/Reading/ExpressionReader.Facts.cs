using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <content>Facts, ballots and what subjects are.</content>
internal sealed partial class ExpressionReader
{
    private static readonly (string Name, SubjectAttribute Attribute)[] Attributes =
    [
        ("households", SubjectAttribute.Households),
        ("partyMembers", SubjectAttribute.PartyMembers),
        ("base", SubjectAttribute.Base),
        ("months", SubjectAttribute.Months),
        ("leaveMonths", SubjectAttribute.LeaveMonths),
    ];

    private FactReading? ReadFact(YamlMap map, string key)
    {
        var node = map.Take(key)!;
        var item = map.Text(key);
        var by = map.OptionalText("by");
        var period = map.OptionalText("period");
        var figure = ReadFigure(map);
        var absent = ReadAbsent(map);
        if (Declared(node, item, fact => !fact.AnySource) is not { } declaration)
        {
            return null;
        }

        if (declaration.AnySource)
        {
            _state.Problems.Add(
                node,
                "fact-has-any-source",
                $"“{item}”由不特定的人评分，请用“meanOf”"
            );
            return null;
        }
        new FactParts(map, declaration, _state.Problems).Check("by", by, "period", period);
        if (figure == FactFigure.Value)
        {
            CheckAbsent(map, absent, declaration);
        }

        var factKey = new FactKey(item, by, period);
        return new(
            _scope.Slots.SlotOf(factKey),
            factKey,
            new(TitleOf(declaration, by, period), declaration.Unit)
            {
                IsOpinion = _state.Surveyed.Contains(item),
            },
            figure,
            absent
        );
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
                    "“figure”只能是 value（数值）、count（实际人数）或 eligible（应到人数）"
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

    /// <summary>What counts in the place of a fact is in its unit.</summary>
    private void CheckAbsent(YamlMap map, AbsentMeaning absent, FactDeclaration fact)
    {
        if (absent.Value is { } value && map.Take("absent") is { } node)
        {
            UnitRelations.Check(node, value, Unit.Named(fact.Unit), _state.Problems);
        }
    }

    private SourcesMean? ReadSourcesMean(YamlMap map, string key)
    {
        var node = map.Take(key)!;
        var item = map.Text(key);
        var absent = ReadAbsent(map);
        if (
            Declared(node, item, fact => fact.AnySource || fact.Sources.Count > 0)
            is not { } declaration
        )
        {
            return null;
        }

        if (!declaration.AnySource && declaration.Sources.Count == 0)
        {
            _state.Problems.Add(
                node,
                "fact-has-one-source",
                $"“{item}”没有写明“by”，每个对象只有一个数，请用“fact”"
            );
            return null;
        }
        CheckAbsent(map, absent, declaration);
        return new(
            _scope.Slots.GroupOf(item),
            item,
            new(declaration.Title, declaration.Unit) { IsOpinion = _state.Surveyed.Contains(item) },
            declaration.Sources.ToDictionary(
                source => source.Key,
                source => source.Value.Title,
                StringComparer.Ordinal
            ),
            absent
        );
    }

    private Ballot? ReadBallot(YamlMap map, string key)
    {
        var node = map.Take(key)!;
        var item = map.Text(key);
        var over = _state.Constant(map, "over");
        var finding = map.Text("finding");
        var absent = ReadAbsent(map);
        if (over.Value is < 0m or >= 1m)
        {
            _state.Problems.Add(
                map.Take("over")!,
                "share-impossible",
                $"“over”应当不小于 0%、小于 100%{Shares.Written(over)}"
            );
        }

        if (
            Declared(node, item, fact => !fact.AnySource && fact.Sources.Count == 0)
            is not { } declaration
        )
        {
            return null;
        }

        CheckAbsent(map, absent, declaration);
        var factKey = new FactKey(item, null, null);
        return new(
            new(
                _scope.Slots.SlotOf(factKey),
                factKey,
                new(declaration.Title, declaration.Unit) { IsOpinion = true },
                FactFigure.Value,
                absent
            ),
            over,
            finding,
            absent
        );
    }

    /// <param name="usable">Which facts may be read there: others are not offered.</param>
    private FactDeclaration? Declared(
        YamlNode node,
        string item,
        Func<FactDeclaration, bool> usable
    )
    {
        if (_state.Facts.TryGetValue(item, out var declaration))
        {
            _state.Used.Add(declaration);
            return declaration;
        }
        _state.Problems.Add(
            node,
            "fact-unknown",
            $"“facts”里没有声明“{item}”{NearestName.Hint(item, _state.Facts.Values.Where(usable).Select(fact => fact.Item))}"
        );
        return null;
    }

    private AttributeReading? ReadAttribute(YamlMap map, string key)
    {
        var name = map.Text(key);
        var known = Attributes
            .Where(one =>
                IsOfPerson(one.Attribute)
                    ? _scope.Kind != ScopeKind.Areas
                    : _scope.Kind != ScopeKind.Payout
            )
            .ToList();
        foreach (var (written, attribute) in known)
        {
            if (string.Equals(written, name, StringComparison.Ordinal))
            {
                // Of an area everything is known.
                return new(
                    attribute,
                    IsOfPerson(attribute) ? ReadAbsent(map) : AbsentMeaning.Missing
                );
            }
        }
        var elsewhere = Attributes.Any(one =>
            string.Equals(one.Name, name, StringComparison.Ordinal)
        );
        map.Take("absent");
        _state.Problems.Add(
            map.Take(key)!,
            elsewhere ? "attribute-not-here" : "attribute-unknown",
            $"此处的“attribute”只能是 {string.Join("、", known.Select(one => one.Name))}，不是“{name}”"
        );
        return null;
    }

    private static bool IsOfPerson(SubjectAttribute attribute) =>
        attribute
            is SubjectAttribute.Base
                or SubjectAttribute.Months
                or SubjectAttribute.LeaveMonths;
}
