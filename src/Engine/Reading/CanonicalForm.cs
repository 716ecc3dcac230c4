using System.Text;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>What a file says, apart from comments, spacing, quoting and the order of keys.</summary>
internal static class CanonicalForm
{
    internal static string Of(YamlNode root)
    {
        var text = new StringBuilder();
        Write(root, text);
        return text.ToString();
    }

    private static void Write(YamlNode node, StringBuilder text)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                text.Append('{');
                foreach (
                    var (key, value) in mapping.Children.OrderBy(
                        entry => ((YamlScalarNode)entry.Key).Value,
                        StringComparer.Ordinal
                    )
                )
                {
                    Write(key, text);
                    text.Append(':');
                    Write(value, text);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case YamlSequenceNode sequence:
                text.Append('[');
                foreach (var element in sequence.Children)
                {
                    Write(element, text);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default:
                text.Append('"')
                    .Append(
                        ((YamlScalarNode)node).Value?.Replace("\\", "\\\\").Replace("\"", "\\\"")
                    )
                    .Append('"');
                break;
        }
    }
}
