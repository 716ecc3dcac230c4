using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Results;

namespace Assessment.Engine.Explanation;

/// <summary>Explains a named value of one subject from what the evaluation kept: nothing is reckoned a second time.</summary>
internal sealed class ValueExplanation(ScoreSheet sheet, SubjectView at, EvaluatedSheet areas)
{
    private const string Points = "分";

    internal ExplanationNode Of(NamedValue value)
    {
        var cell = at.Value(value.Index);
        var expression = Inlined(value);
        var node = new ExplanationNode(
            value.Id,
            value.Title,
            Numbers.Plain(cell.OrNull),
            expression.Write(null).Text,
            Arithmetic(expression, cell),
            [.. FactsOf(expression)],
            [.. ChildrenOf(expression)]
        );
        return node.CitedFrom(value.Citation) with { Unit = value.Unit };
    }

    /// <summary>An item that is a line and nothing else is explained by what the line is.</summary>
    private Expression Inlined(NamedValue value)
    {
        var whole = value.Expression as Voidable;
        if (
            (whole?.Value ?? value.Expression) is not Reference reference
            || sheet.Values[reference.Column] is not { Kind: NamedValueKind.Line } line
            || !string.Equals(line.Id, value.Id, StringComparison.Ordinal)
        )
        {
            return value.Expression;
        }
        return whole?.Around(line.Expression) ?? line.Expression;
    }

    /// <summary>A calculation that has no name of its own.</summary>
    internal string Written(Expression expression) =>
        Arithmetic(expression, expression.Evaluate(at));

    /// <summary>The facts that the calculation reads itself, each once.</summary>
    internal IEnumerable<ExplanationFact> FactsOf(Expression expression)
    {
        var seen = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        foreach (var part in expression.All())
        {
            switch (part)
            {
                case FactReading reading when at.Fact(reading.Slot) is { } fact && seen.Add(fact):
                    yield return Fact(fact, reading.Name);
                    break;
                case SourcesMean mean:
                    foreach (var one in at.Facts(mean.Group).Where(seen.Add))
                        yield return Fact(
                            one,
                            mean.Name with
                            {
                                Title = one.By is null
                                    ? mean.Name.Title
                                    : $"{mean.Name.Title}（{one.By}）",
                            }
                        );
                    break;
            }
        }
    }

    internal IEnumerable<ExplanationNode> ChildrenOf(Expression expression)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in expression.All())
        {
            switch (part)
            {
                case Reference reference when seen.Add(sheet.Values[reference.Column].Id):
                    yield return Of(sheet.Values[reference.Column]);
                    break;
                case RankBy rank when seen.Add(sheet.Values[rank.Column].Id):
                    yield return Of(sheet.Values[rank.Column]);
                    break;
                case AreaReference reference when areas.Sheet is { } sheetOfAreas:
                    yield return new ValueExplanation(sheetOfAreas, at.AreaView, areas).Of(
                        sheetOfAreas.Values[reference.Column]
                    );
                    break;
                case AreaOutcomeReading outcome
                    when areas.Sheet is not null
                        && seen.Add(outcome.IsRank ? "area.rank" : "area.total"):
                    yield return AreaOutcome(outcome);
                    break;
                case EventPoints events:
                    foreach (var counted in events.Counted(at))
                        yield return Event(counted);
                    break;
                case Voidable { } voidable when voidable.Voiding(at) is { } voiding:
                    yield return Event(new(voiding, 0m, null, null));
                    break;
                case Constant { Parameter: { } parameter } when seen.Add(parameter.Id):
                    yield return ParameterExplanation.Of(parameter);
                    break;
            }
        }
    }

    /// <summary>How the result of the person's area came about stands with the area itself; here is what it is.</summary>
    private ExplanationNode AreaOutcome(AreaOutcomeReading outcome)
    {
        var area = at.AreaView;
        var sheetOfAreas = areas.Sheet!;
        var citation = outcome.IsRank ? sheetOfAreas.Rank.Citation : sheetOfAreas.Total.Citation;
        return new ExplanationNode(
            outcome.IsRank ? "area.rank" : "area.total",
            outcome.Write(null).Text,
            Numbers.Plain(outcome.Evaluate(at).OrNull),
            outcome.IsRank ? "所在居民区的考核名次" : "所在居民区的考核总分",
            area.Total.IsPresent
                ? $"{area.Self.Name}总分 {Shown.Number(area.Total.Value)}，第 {area.Standing.Rank} 名"
                : $"{area.Self.Name}没有总分",
            [],
            []
        ).CitedFrom(citation);
    }

    private string Arithmetic(Expression expression, Cell cell)
    {
        if (!cell.IsPresent)
            return $"{string.Join("，", expression.Obstacles(at, cell.State).Distinct())}，无法计算";
        if (expression is EventPoints events && events.Counted(at).Count == 0)
            return $"没有{events.Names}，计 0";
        var written = expression.Write(at).Text;
        var value = Shown.Number(cell.Value);
        if (expression is Round rounded && rounded.Exact(at) != cell.Value)
            return $"{written} = {Shown.Number(rounded.Exact(at))} ≈ {value}";
        return
            expression is Steps
            || expression is Voidable { } voidable && voidable.Voiding(at) is not null
            || string.Equals(written, value, StringComparison.Ordinal)
            ? written
            : $"{written} = {value}";
    }

    private static ExplanationNode Event(CountedEvent counted)
    {
        var happened = counted.Scored;
        var parameter = (counted.Raised ?? happened.Level)?.Source;
        return new ExplanationNode(
            happened.Event.Id,
            happened.Rule.Title,
            Numbers.Plain(counted.Points),
            EventText.Rule(happened.Rule, happened.Level),
            EventText.Arithmetic(counted),
            [Fact(happened)],
            parameter is null ? [] : [ParameterExplanation.Of(parameter)]
        ).CitedFrom(happened.Rule.Citation);
    }

    private static ExplanationFact Fact(Fact fact, FactName name) =>
        new(
            fact.Subject,
            fact.Item,
            fact.By,
            fact.Period,
            fact.Value,
            fact.Count,
            fact.Eligible,
            fact.Evidence,
            fact.ReportedBy,
            fact.ReportedAt
        )
        {
            Title = name.Title,
            Unit = name.Unit,
        };

    private static ExplanationFact Fact(ScoredEvent happened) =>
        new(
            happened.Event.Subject,
            happened.Event.Rule,
            happened.Event.Level,
            happened.Event.Date?.ToString("O"),
            happened.Points,
            happened.Event.Count,
            null,
            happened.Event.Evidence is { } evidence ? [evidence] : [],
            null,
            null
        )
        {
            Title = EventText.Title(happened),
            Unit = Points,
        };
}
