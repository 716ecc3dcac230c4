using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties;

/// <summary>Changes a scheme's file in ways that people change files.</summary>
internal sealed class SchemeLayout
{
    private readonly YamlDocument _document;
    private readonly Random _random;

    internal SchemeLayout(string text, Random random)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        _document = stream.Documents[0];
        _random = random;
    }

    /// <summary>
    /// Puts the keys of each map into another order. Levels are the exception: they are written best first, and in
    /// another order they are refused.
    /// </summary>
    internal void Reorder()
    {
        var levels = Maps().Select(map => map.At("levels")).ToHashSet();
        foreach (var map in Maps().Where(map => !levels.Contains(map)).ToList())
        {
            var entries = map.Children.ToArray();
            _random.Shuffle(entries);
            map.Children.Clear();
            foreach (var (key, value) in entries)
            {
                map.Children.Add(key, value);
            }
        }
    }

    /// <returns>Whether it is another number now.</returns>
    internal bool ChangeAParameter()
    {
        var parameters = _document.RootNode.At("parameters").Entries().ToList();
        var parameter = (YamlMappingNode)_random.Pick(parameters).Value;
        var key = new YamlScalarNode("value");
        if (parameter.At("values") is YamlMappingNode dated)
        {
            (parameter, key) = (dated, (YamlScalarNode)_random.Pick([.. dated.Children.Keys]));
        }

        var before = parameter.Children[key].Text()!;
        var number = decimal.Parse(before.TrimEnd('%'), CultureInfo.InvariantCulture);
        var changed = _random.Pick(number, number + 1m, number - 1m, number / 2m, 0m);
        var after =
            changed.ToString("0.######", CultureInfo.InvariantCulture)
            + (before.EndsWith('%') ? "%" : "");
        parameter.Children[key] = new YamlScalarNode(after);
        return before != after;
    }

    internal void LeaveSomethingOut()
    {
        // Anything in the file; every third time one of its large parts.
        var maps = _random.Chance(0.3) ? [(YamlMappingNode)_document.RootNode] : Maps().ToList();
        if (_random.Chance(0.3))
        {
            var list = _random.Pick(_document.AllNodes.OfType<YamlSequenceNode>().ToList());
            if (list.Children.Count > 0)
            {
                list.Children.RemoveAt(_random.Next(list.Children.Count));
            }

            return;
        }
        var map = _random.Pick(maps);
        if (map.Children.Count > 0)
        {
            map.Children.Remove(_random.Pick([.. map.Children.Keys]));
        }
    }

    internal void LeaveOut(string section) =>
        ((YamlMappingNode)_document.RootNode).Children.Remove(new YamlScalarNode(section));

    /// <summary>With other brackets and quotes, comments and empty lines.</summary>
    internal string Write()
    {
        foreach (var node in _document.AllNodes)
        {
            switch (node)
            {
                case YamlMappingNode map:
                    map.Style = _random.Chance(0.1) ? MappingStyle.Flow : MappingStyle.Block;
                    break;
                case YamlSequenceNode list:
                    list.Style = _random.Chance(0.2) ? SequenceStyle.Flow : SequenceStyle.Block;
                    break;
                case YamlScalarNode text when _random.Chance(0.2):
                    text.Style = _random.Pick(ScalarStyle.SingleQuoted, ScalarStyle.DoubleQuoted);
                    break;
            }
        }
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(_document).Save(writer, assignAnchors: false);
        return WithComments(writer.ToString());
    }

    /// <summary>Comments before keys at the left edge, where no text can be going on.</summary>
    private string WithComments(string text) =>
        string.Join(
            '\n',
            text.Split('\n')
                .SelectMany(line =>
                    line.Length > 0 && char.IsAsciiLetter(line[0]) && _random.Chance(0.5)
                        ? new[] { "", "   # 说明: {不算}", line }
                        : [line]
                )
        );

    private List<YamlMappingNode> Maps() => [.. _document.AllNodes.OfType<YamlMappingNode>()];
}
