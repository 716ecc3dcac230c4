using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Parses the text of a file into its one document.</summary>
internal static class YamlFile
{
    internal static YamlMap? Parse(string yaml, ProblemList problems, string what)
    {
        var stream = new YamlStream();
        try
        {
            using var text = new StringReader(yaml);
            stream.Load(text);
        }
        catch (YamlException exception)
        {
            problems.Add(
                (int)exception.Start.Line,
                (int)exception.Start.Column,
                "yaml-syntax",
                $"不是有效的 YAML：{exception.Message}"
            );
            return null;
        }
        if (stream.Documents.Count != 1)
        {
            problems.Add(1, 1, "one-document-expected", $"{what}应当恰好有一个 YAML 文档");
            return null;
        }
        var root = stream.Documents[0].RootNode;
        // With aliases a small file could stand for an endless one.
        if (
            stream.Documents[0].AllNodes.FirstOrDefault(node => !node.Anchor.IsEmpty) is
            { } anchored
        )
        {
            problems.Add(anchored, "anchor-not-allowed", "不允许使用锚点（&）和别名（*）");
            return null;
        }
        return YamlMap.From(root, problems, what);
    }
}
