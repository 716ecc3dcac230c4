using Assessment.Engine.Explanation;
using Assessment.Engine.Language;
using Spectre.Console;

namespace Assessment.Cli.Explain;

/// <summary>Shows an explanation as a tree of lines on the screen.</summary>
internal static class TextExplanation
{
    private static readonly OutlineStyle Style = new('“', '”', MostEvidence: 3);

    internal static void Show(ExplanationNode node, Scheme scheme)
    {
        var outline = ExplanationOutline.Of(node, scheme, Style);
        var tree = new Tree(Heading(outline));
        AddTo(tree, outline);
        Screen.Create().Write(tree);
    }

    private static void AddTo(IHasTreeNodes branch, ExplanationOutline outline)
    {
        foreach (var line in outline.Lines)
        {
            branch.AddNode(new Text($"{line.Label}：{line.Text}"));
        }

        foreach (var child in outline.Children)
        {
            AddTo(branch.AddNode(Heading(child)), child);
        }
    }

    private static Markup Heading(ExplanationOutline outline) =>
        new(
            $"[bold]{Markup.Escape(outline.Name)}[/] {Markup.Escape(outline.Value)}{(outline.IsExplainedAbove ? "（说明见上）" : "")}"
        );
}
