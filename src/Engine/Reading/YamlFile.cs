using Assessment.Engine.Language;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Parses the text of a file into its one document.</summary>
internal static class YamlFile
{
    // A scheme needs a dozen levels; an endless nesting would exhaust the stack of whoever reads it.
    private const int DeepestNesting = 64;

    internal static YamlMap? Parse(string yaml, ProblemList problems, string what)
    {
        if (!IsHarmless(yaml, problems))
        {
            return null;
        }

        var stream = new YamlStream();
        try
        {
            using var text = new StringReader(yaml);
            stream.Load(text);
        }
        catch (YamlException exception)
        {
            // Written well, but not a document: the same key twice, for example.
            NotYaml(yaml, problems, exception.Start, YamlSyntax.Explain(exception));
            return null;
        }
        if (stream.Documents.Count == 0)
        {
            problems.Add(1, 1, "one-document-expected", $"{what}是空的");
            return null;
        }
        if (stream.Documents.Count > 1)
        {
            problems.Add(
                stream.Documents[1].RootNode,
                "one-document-expected",
                $"{what}只能有一个 YAML 文档，此处（“---”之后）是第二个"
            );
            return null;
        }
        var document = stream.Documents[0];
        foreach (var mapping in document.AllNodes.OfType<YamlMappingNode>())
        {
            if (mapping.Children.Keys.FirstOrDefault(key => key is not YamlScalarNode) is { } key)
            {
                problems.Add(key, "key-not-text", "键必须是文字");
            }
        }
        return problems.IsEmpty ? YamlMap.From(document.RootNode, problems, what) : null;
    }

    /// <summary>Looks through the text, before it is made into nodes, for deep nesting, anchors and aliases.</summary>
    private static bool IsHarmless(string yaml, ProblemList problems)
    {
        using var text = new StringReader(yaml);
        var parser = new Parser(text);
        var nesting = 0;
        while (Next(yaml, parser, problems))
        {
            var part = parser.Current!;
            nesting += part.NestingIncrease;
            if (nesting > DeepestNesting)
            {
                problems.Add(
                    (int)part.Start.Line,
                    (int)part.Start.Column,
                    "nested-too-deeply",
                    $"嵌套不能超过 {DeepestNesting} 层"
                );
                return false;
            }
            if (part is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                problems.Add(
                    (int)part.Start.Line,
                    (int)part.Start.Column,
                    "anchor-not-allowed",
                    "不允许使用锚点（&）和别名（*）；以 & 或 * 开头的文字须加引号"
                );
                return false;
            }
        }
        return problems.IsEmpty;
    }

    private static bool Next(string yaml, Parser parser, ProblemList problems)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (YamlException exception)
        {
            NotYaml(yaml, problems, exception.Start, YamlSyntax.Explain(exception));
        }
        catch (InvalidOperationException)
        {
            // The scanner answers some unfinished plain texts with this instead of its own exception.
            NotYaml(yaml, problems, parser.Current?.End ?? Mark.Empty, YamlSyntax.Unfinished);
        }
        return false;
    }

    private static void NotYaml(string yaml, ProblemList problems, Mark at, string why)
    {
        var (place, message) =
            TypingMistake.Near(yaml, (int)at.Line, why == YamlSyntax.Tab)
            ?? (new TextPlace((int)at.Line, (int)at.Column), why);
        problems.Add(place.Line, place.Column, "yaml-syntax", $"不是有效的 YAML：{message}");
    }
}
