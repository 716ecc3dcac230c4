using System.Globalization;
using Spectre.Console;

namespace Assessment.Cli.Explain;

/// <summary>Shows an explanation as a tree of lines. What several steps rest on is told in full once.</summary>
internal sealed class ExplanationTree
{
    private const int MostEvidence = 3;
    private readonly HashSet<string> _items;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <param name="items">Ids that people know from the table of results; other ids are not shown.</param>
    private ExplanationTree(IEnumerable<string> items) =>
        _items = new(items, StringComparer.Ordinal);

    internal static void Show(ExplanationNode node, Scheme scheme, IAnsiConsole console)
    {
        var explanation = new ExplanationTree(scheme.Items.Select(item => item.Id).Append(node.Id));
        var tree = new Tree(explanation.Heading(node, ""));
        explanation.AddTo(tree, node);
        console.Write(tree);
    }

    private void AddTo(IHasTreeNodes branch, ExplanationNode node)
    {
        branch.AddNode(Line($"算法：{node.Rule}"));
        if (node.Arithmetic.Length > 0)
            branch.AddNode(Line($"计算：{node.Arithmetic}"));
        if (node.Clause is not null)
            branch.AddNode(Line($"出处：{node.Clause}“{node.Quote}”"));
        if (node.Chosen is not null)
            branch.AddNode(Line($"选定：{node.Chosen}"));
        foreach (var fact in node.Facts)
            branch.AddNode(Line(Fact(fact)));
        foreach (var child in node.Children)
        {
            if (_told.Add(child.Id))
                AddTo(branch.AddNode(Heading(child, "")), child);
            else
                branch.AddNode(Heading(child, "（说明见上）"));
        }
    }

    private Markup Heading(ExplanationNode node, string remark)
    {
        var name = _items.Contains(node.Id) ? $"{node.Id} {node.Title}" : node.Title;
        return new($"[bold]{Markup.Escape(name)}[/] {Markup.Escape(Value(node))}{remark}");
    }

    private static Text Line(string text) => new(text);

    private static string Value(ExplanationNode node) =>
        node.Value switch
        {
            null => "无",
            decimal number => Number(number, node.Unit),
            var text => $"{text}",
        };

    private static string Fact(ExplanationFact fact)
    {
        var sample = (fact.Count, fact.Eligible) switch
        {
            ({ } count, { } eligible) => $"，样本 {Number(count)} / {Number(eligible)}",
            ({ } count, null) => $"，样本 {Number(count)}",
            _ => "",
        };
        return $"事实：{fact.Title} {Number(fact.Value, fact.Unit)}{sample}{Evidence(fact)}";
    }

    private static string Evidence(ExplanationFact fact)
    {
        if (fact.Evidence.Count == 0)
            return "";
        var first = string.Join("、", fact.Evidence.Take(MostEvidence));
        return fact.Evidence.Count <= MostEvidence
            ? $"，依据 {first}"
            : $"，依据 {first} 等 {fact.Evidence.Count} 件";
    }

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
