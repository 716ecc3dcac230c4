using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;

namespace Assessment.Engine.Explanation;

/// <summary>Explains a named value of one subject from what the evaluation kept: nothing is calculated a second time.</summary>
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
            null,
            expression.Write(null).Text,
            Arithmetic(expression, cell),
            [.. FactsOf(expression)],
            [.. ChildrenOf(expression)]
        );
        return node.WithValue(cell.OrNull).CitedFrom(value.Citation) with
        {
            Unit = value.Unit,
            Calculation = cell.IsPresent ? expression.Calculate(at) : null,
        };
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

    /// <summary>A value that is less than another, with so many decimals that what is printed is less as well.</summary>
    internal string Below(Expression value, Expression limit)
    {
        for (var decimals = NumberFormat.Decimals; ; decimals++)
        {
            var (left, right) = (
                Equation.Of(value, at, least: decimals),
                Equation.Of(limit, at, least: decimals)
            );
            if (left.Result < right.Result || decimals == NumberFormat.MostDecimals)
            {
                return $"{left.Text} < {right.Text}";
            }
        }
    }

    /// <summary>The facts that the calculation reads itself, each once.</summary>
    internal IEnumerable<ExplanationFact> FactsOf(Expression expression)
    {
        var seen = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        return expression
            .All()
            .SelectMany(part => part.Facts(at))
            .Where(one => seen.Add(one.Fact))
            .Select(one => Fact(one.Fact, one.Name));
    }

    internal IEnumerable<ExplanationNode> ChildrenOf(Expression expression) =>
        expression
            .All()
            .SelectMany(part => part.StepsBelow(at))
            .DistinctBy(step => step.Key, StringComparer.Ordinal)
            .Select(step => step.Explain(this));

    /// <summary>A named value of the same sheet.</summary>
    internal ExplanationNode Of(int column) => Of(sheet.Values[column]);

    /// <summary>A named value of the person's area.</summary>
    internal ExplanationNode OfArea(int column) =>
        new ValueExplanation(areas.Sheet!, at.AreaView, areas).Of(column);

    /// <summary>The result of the person's area; how it came about is explained with the area itself.</summary>
    internal ExplanationNode AreaOutcome(AreaOutcomeReading outcome)
    {
        var area = at.AreaView;
        var sheetOfAreas = areas.Sheet!;
        var citation = outcome.IsRank ? sheetOfAreas.Rank.Citation : sheetOfAreas.Total.Citation;
        return new ExplanationNode(
            outcome.IsRank ? "area.rank" : "area.total",
            outcome.Write(null).Text,
            null,
            outcome.IsRank ? "所在居民区的考核名次" : "所在居民区的考核总分",
            area.Total.IsPresent
                ? $"{area.Self.Name}总分 {NumberFormat.Number(area.Total.Value)}，第 {area.Placing.Rank} 名"
                : $"{area.Self.Name}没有总分",
            [],
            []
        )
            .WithValue(outcome.Evaluate(at).OrNull)
            .CitedFrom(citation);
    }

    private string Arithmetic(Expression expression, Cell cell)
    {
        if (!cell.IsPresent)
        {
            return $"{string.Join("，", expression.Obstacles(at, cell.State).Distinct())}，无法计算";
        }

        return expression.Line(at);
    }

    internal static ExplanationNode Event(CountedEvent counted)
    {
        var happened = counted.Scored;
        var parameter = (counted.Raised ?? happened.Level)?.Source;
        return new ExplanationNode(
            happened.Event.Id,
            happened.Rule.Title,
            null,
            EventText.Rule(happened.Rule, happened.Level),
            EventText.Arithmetic(counted),
            [Fact(happened)],
            parameter is null ? [] : [ParameterExplanation.Of(parameter)]
        )
            .WithValue(counted.Points)
            .CitedFrom(happened.Rule.Citation) with
        {
            Calculation = EventText.Calculate(counted),
        };
    }

    private static ExplanationFact Fact(Fact fact, FactName name) =>
        new(
            fact.Subject,
            fact.Item,
            fact.By,
            fact.Period,
            fact.Value.Number.ToDecimal(),
            fact.Count,
            fact.Eligible,
            fact.Evidence,
            fact.ReportedBy,
            fact.ReportedAt
        )
        {
            Title = name.Title,
            Unit = name.Unit,
            CountOf =
                name.IsOpinion || fact.Value.Mean is not null || fact.Eligible is not null
                    ? ExplanationCount.Sample
                    : ExplanationCount.TakingPart,
            Exact = ExplanationNode.Fraction(fact.Value.Number),
            Mean = fact.Value.Mean,
        };

    private static ExplanationFact Fact(ScoredEvent happened) =>
        new(
            happened.Event.Subject,
            happened.Event.Rule,
            happened.Event.Level,
            happened.Event.Date?.ToString("O"),
            happened.Points.ToDecimal(),
            happened.Event.Count,
            null,
            happened.Event.Evidence is { } evidence ? [evidence] : [],
            null,
            null
        )
        {
            Title = EventText.Title(happened),
            Unit = Points,
            CountOf = ExplanationCount.Times,
        };
}
