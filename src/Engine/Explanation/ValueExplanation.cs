using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Results;

namespace Assessment.Engine.Explanation;

/// <summary>Explains a named value of one subject from what the evaluation kept: nothing is reckoned a second time.</summary>
internal sealed class ValueExplanation(ScoreSheet sheet, SubjectView at)
{
    private const decimal Hundred = 100m;
    private const string Points = "分";

    internal ExplanationNode Of(NamedValue value)
    {
        var cell = at.Value(value.Index);
        var node = new ExplanationNode(
            value.Id,
            value.Title,
            Numbers.Plain(cell.OrNull),
            value.Expression.Write(null).Text,
            Arithmetic(value.Expression, cell),
            [.. FactsOf(value.Expression)],
            [.. ChildrenOf(value.Expression)]
        );
        return node.CitedFrom(value.Citation) with { Unit = value.Unit };
    }

    /// <summary>A calculation that has no name of its own.</summary>
    internal string Written(Expression expression) =>
        Arithmetic(expression, expression.Evaluate(at));

    /// <summary>The facts that the calculation reads itself, each once.</summary>
    internal IEnumerable<ExplanationFact> FactsOf(Expression expression)
    {
        var seen = new HashSet<int>();
        foreach (var reading in expression.All().OfType<FactReading>())
        {
            if (at.Fact(reading.Slot) is { } fact && seen.Add(reading.Slot))
                yield return Fact(fact, reading.Name);
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
                case EventPoints events:
                    foreach (var happened in events.Counted(at))
                        yield return Event(happened);
                    break;
                case Constant { Parameter: { } parameter } when seen.Add(parameter.Id):
                    yield return ParameterNode(parameter);
                    break;
            }
        }
    }

    private string Arithmetic(Expression expression, Cell cell)
    {
        if (!cell.IsPresent)
            return $"{string.Join("，", expression.Obstacles(at, cell.State).Distinct())}，无法计算";
        if (expression is EventPoints events && !events.Counted(at).Any())
            return $"没有{events.Names}，计 0";
        var written = expression.Write(at).Text;
        var value = Shown.Number(cell.Value);
        if (expression is Round rounded && rounded.Exact(at) != cell.Value)
            return $"{written} = {Shown.Number(rounded.Exact(at))} ≈ {value}";
        return expression is Steps || string.Equals(written, value, StringComparison.Ordinal)
            ? written
            : $"{written} = {value}";
    }

    private static ExplanationNode Event(ScoredEvent happened)
    {
        var level = happened.Rule.Levels.FirstOrDefault(one =>
            string.Equals(one.Id, happened.Event.Level, StringComparison.Ordinal)
        );
        var rule = level is null
            ? $"{happened.Rule.Title}，{Shown.Number(happened.Rule.Range!.Least)}–{Shown.Number(happened.Rule.Range.Most)} 分"
            : $"{happened.Rule.Title}，{level.Title} {Shown.Number(level.Points)} 分";
        return new ExplanationNode(
            happened.Event.Id,
            happened.Rule.Title,
            Numbers.Plain(happened.Points),
            rule,
            Shown.Number(happened.Points),
            [Fact(happened, level)],
            level?.Source is { } parameter ? [ParameterNode(parameter)] : []
        ).CitedFrom(happened.Rule.Citation);
    }

    private static ExplanationNode ParameterNode(Parameter parameter) =>
        new ExplanationNode(
            parameter.Id,
            parameter.Title,
            Numbers.Plain(IsPercentage(parameter) ? parameter.Value * Hundred : parameter.Value),
            parameter.Citation.Chosen is null ? "文件写明的数值" : "文件没有写明，由方案选定",
            "",
            [],
            []
        ).CitedFrom(parameter.Citation) with
        {
            Unit = IsPercentage(parameter) ? "%" : parameter.Unit,
        };

    private static bool IsPercentage(Parameter parameter) => parameter.Text.EndsWith('%');

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

    private static ExplanationFact Fact(ScoredEvent happened, EventLevel? level) =>
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
            Title = TitleOf(happened, level),
            Unit = Points,
        };

    private static string TitleOf(ScoredEvent happened, EventLevel? level)
    {
        var details = new[] { level?.Title, happened.Event.Date?.ToString("O") };
        var named = string.Join("，", details.OfType<string>());
        return named.Length == 0 ? happened.Rule.Title : $"{happened.Rule.Title}（{named}）";
    }
}
