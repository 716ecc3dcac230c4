using System.Globalization;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Cli.Explain;

/// <summary>
/// An explanation in words, made once for whatever shows it to people: headings, labelled lines, and what is under
/// them. What several steps rest on is explained in full once.
/// </summary>
/// <param name="IsExplainedAbove">Whether the lines are left out because they are further up.</param>
internal sealed record ExplanationOutline(
    string Name,
    string Value,
    bool IsExplainedAbove,
    IReadOnlyList<OutlineLine> Lines,
    IReadOnlyList<ExplanationOutline> Children
)
{
    internal static ExplanationOutline Of(
        ExplanationNode node,
        Scheme scheme,
        OutlineStyle style
    ) => new Writer(scheme.Items.Select(item => item.Id).Append(node.Id), style).Write(node);

    /// <param name="known">Ids that people know from the table of results; other ids are not shown.</param>
    private sealed class Writer(IEnumerable<string> known, OutlineStyle style)
    {
        private readonly HashSet<string> _known = new(known, StringComparer.Ordinal);
        private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

        internal ExplanationOutline Write(ExplanationNode node) =>
            new(
                Name(node),
                Value(node),
                IsExplainedAbove: false,
                [.. Lines(node)],
                [.. node.Children.Select(Child)]
            );

        private ExplanationOutline Child(ExplanationNode node) =>
            _explained.Add(node.Id) ? Write(node) : new(Name(node), Value(node), true, [], []);

        private string Name(ExplanationNode node) =>
            _known.Contains(node.Id) ? $"{node.Id} {node.Title}" : node.Title;

        private IEnumerable<OutlineLine> Lines(ExplanationNode node)
        {
            yield return new("算法", node.Rule);
            if (node.Arithmetic.Length > 0)
            {
                yield return new("计算", node.Arithmetic);
            }

            if (node.Clause is not null)
            {
                yield return new("出处", node.Clause + style.Quoted(node.Quote));
            }

            if (node.Chosen is not null)
            {
                yield return new("选定", node.Chosen);
            }

            foreach (var fact in node.Facts)
            {
                yield return new("事实", Fact(fact));
            }
        }

        private string Fact(ExplanationFact fact) =>
            $"{fact.Title} {Number(fact.Value, fact.Unit)}{Count(fact)}{Evidence(fact)}";

        private static string Count(ExplanationFact fact)
        {
            if (fact.Count is not { } counted)
            {
                return "";
            }

            var count = fact.Eligible is { } eligible
                ? $"{Number(counted)} / {Number(eligible)}"
                : Number(counted);
            return fact.CountOf switch
            {
                ExplanationCount.Times => $"，{count} 次",
                ExplanationCount.Sample => $"，样本 {count}",
                ExplanationCount.TakingPart => $"，参与数 {count}",
                _ => throw new ArgumentOutOfRangeException(nameof(fact)),
            };
        }

        private string Evidence(ExplanationFact fact)
        {
            if (fact.Evidence.Count == 0)
            {
                return "";
            }

            var shown = string.Join("、", fact.Evidence.Take(style.MostEvidence));
            return fact.Evidence.Count <= style.MostEvidence
                ? $"，依据 {shown}"
                : $"，依据 {shown} 等 {fact.Evidence.Count} 件";
        }

        private static string Value(ExplanationNode node) =>
            node.Value switch
            {
                null => "无",
                decimal number => Number(number, node.Unit),
                var text => $"{text}",
            };

        private static string Number(decimal number, string? unit = null)
        {
            var text = number.ToString("0.####", CultureInfo.InvariantCulture);
            return unit switch
            {
                null => text,
                "%" => text + unit,
                _ => $"{text} {unit}",
            };
        }
    }
}

/// <summary>For example 算法, and how the value is calculated.</summary>
internal sealed record OutlineLine(string Label, string Text);

/// <summary>What differs from one format to the other.</summary>
/// <param name="MostEvidence">How much evidence is named at each fact; of more, the number is.</param>
internal sealed record OutlineStyle(char QuoteOpens, char QuoteCloses, int MostEvidence)
{
    internal string Quoted(string? words) => $"{QuoteOpens}{words}{QuoteCloses}";
}
