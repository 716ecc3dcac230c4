using System.Globalization;
using Spectre.Console;

namespace Assessment.Cli.Explain;

/// <summary>Shows an explanation as a tree of lines.</summary>
internal static class ExplanationTree
{
    internal static void Show(ExplanationNode node, IAnsiConsole console)
    {
        var tree = new Tree(Heading(node));
        AddTo(tree, node);
        console.Write(tree);
    }

    private static void AddTo(IHasTreeNodes branch, ExplanationNode node)
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
            AddTo(branch.AddNode(Heading(child)), child);
    }

    private static Markup Heading(ExplanationNode node) =>
        new(
            $"[bold]{Markup.Escape(node.Id)} {Markup.Escape(node.Title)}[/] {Markup.Escape(Value(node))}"
        );

    private static Text Line(string text) => new(text);

    private static string Value(ExplanationNode node) =>
        node.Value switch
        {
            null => "无",
            decimal number => number.ToString("0.####", CultureInfo.InvariantCulture) + node.Unit,
            var text => $"{text}",
        };

    private static string Fact(ExplanationFact fact)
    {
        var name = string.Join(
            '.',
            new[] { fact.Item, fact.By, fact.Period }.Where(part => part is not null)
        );
        var count = fact.Count is { } number
            ? $"，参与 {number.ToString("0.####", CultureInfo.InvariantCulture)}"
            : "";
        var evidence = fact.Evidence.Count == 0 ? "" : $"，依据 {string.Join("、", fact.Evidence)}";
        return $"事实：{name} = {fact.Value.ToString("0.####", CultureInfo.InvariantCulture)}{count}{evidence}";
    }
}
