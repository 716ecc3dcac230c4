using System.Text.Json;
using Assessment.Engine.Explanation;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>All explanations of a result.</summary>
internal static class Everything
{
    /// <summary>Of each area, each person and each payout line, under its id.</summary>
    internal static IEnumerable<(string Id, ExplanationNode Tree)> Explanations(
        EvaluationResult result
    ) =>
        result
            .Areas.Select(area => (area.Id, result.Explain(area.Id)))
            .Concat(result.Staff.Select(person => (person.Id, result.Explain(person.Id))))
            .Concat(Payouts(result));

    internal static IEnumerable<(string Id, ExplanationNode Tree)> Payouts(
        EvaluationResult result
    ) =>
        result
            .Payouts.Lines.OrderBy(line => line.Person, StringComparer.Ordinal)
            .Select(line => (line.Person, result.ExplainPayout(line.Person)));

    internal static string Explained(EvaluationResult result) =>
        JsonSerializer.Serialize(Explanations(result).Select(one => one.Tree), EngineJson.Options);

    /// <summary>The node and everything below it.</summary>
    internal static IEnumerable<ExplanationNode> All(this ExplanationNode node) =>
        node.Children.SelectMany(All).Prepend(node);
}
