using System.Text;
using Assessment.Engine.Explanation;
using Assessment.Engine.Language;

namespace Assessment.Cli.Explain;

/// <summary>Writes an explanation as nested lists in Markdown, to be put into a document. All evidence is named.</summary>
internal static class MarkdownExplanation
{
    private const string Marks = @"\`*_[]<>#|~";
    private static readonly OutlineStyle Style = new('「', '」', int.MaxValue);

    internal static void Show(ExplanationNode node, Scheme scheme)
    {
        var outline = ExplanationOutline.Of(node, scheme, Style);
        var text = new StringBuilder();
        text.Append($"# {Escaped(outline.Name)} {Escaped(outline.Value)}\n\n");
        Add(text, outline, indent: "");
        Console.Out.Write(text);
    }

    private static void Add(StringBuilder text, ExplanationOutline outline, string indent)
    {
        foreach (var line in outline.Lines)
        {
            text.Append($"{indent}- {line.Label}：{Escaped(line.Text)}\n");
        }

        foreach (var child in outline.Children)
        {
            var remark = child.IsExplainedAbove ? "（说明见上）" : "";
            text.Append($"{indent}- **{Escaped(child.Name)}** {Escaped(child.Value)}{remark}\n");
            Add(text, child, $"{indent}  ");
        }
    }

    /// <summary>As it is to be read: nothing in it is a mark of Markdown, and a line stays one line.</summary>
    private static string Escaped(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (Marks.Contains(letter))
            {
                plain.Append('\\');
            }

            plain.Append(letter);
        }
        return plain.ToString();
    }
}
