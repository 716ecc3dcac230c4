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
        foreach (var part in expression.All())
        {
            switch (part)
            {
                case FactReading reading when at.Fact(reading.Slot) is { } fact && seen.Add(fact):
                    yield return Fact(fact, reading.Name);
                    break;
                case SourcesMean mean:
                    foreach (var one in at.Facts(mean.Group).Where(seen.Add))
                    {
                        yield return Fact(one, mean.Name with { Title = mean.TitleOf(one, Named) });
                    }

                    break;
            }
        }
    }

    /// <summary>Who gave an opinion: somebody on the lists has a name.</summary>
    private string Named(string source)
    {
        var others = at.Table.Subjects.Concat(at.Table.AreaTable?.Subjects ?? []);
        return others
                .FirstOrDefault(one => string.Equals(one.Id, source, StringComparison.Ordinal))
                ?.Name
            ?? source;
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
                    {
                        yield return Event(counted);
                    }

                    break;
                case Voidable { } voidable when voidable.Voiding(at) is { } voiding:
                    yield return Event(new(voiding, default, null, null));
                    break;
                case Constant { Parameter: { } parameter } when seen.Add(parameter.Id):
                    yield return ParameterExplanation.Of(parameter);
                    break;
            }
        }
    }

    /// <summary>The result of the person's area; how it came about is explained with the area itself.</summary>
    private ExplanationNode AreaOutcome(AreaOutcomeReading outcome)
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

        if (expression is Otherwise { Of: Steps } && expression.Parts[0].Evaluate(at).IsPresent)
        {
            return expression.Write(at).Text;
        }

        if (expression is EventPoints events && events.Counted(at).Count == 0)
        {
            return $"没有{events.Names}，计 0";
        }

        var counted =
            expression is Voidable voidable && voidable.Voiding(at) is null
                ? voidable.Value
                : expression;
        return counted is Steps or RankBy or Voidable
            ? counted.Write(at).Text
            : Equation.Of(counted, at).Text;
    }

    private static ExplanationNode Event(CountedEvent counted)
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
