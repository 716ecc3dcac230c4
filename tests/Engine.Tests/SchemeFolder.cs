using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Tests;

/// <summary>The schemes of the project, copied next to the tests.</summary>
internal static class SchemeFolder
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "schemes");

    internal static string Text(string scheme, params string[] path) =>
        File.ReadAllText(PathOf(scheme, path));

    internal static string PathOf(string scheme, params string[] path) =>
        Path.Combine([Root, scheme, .. path]);

    internal static Scheme Read(string scheme) =>
        SchemeReader.Read(Text(scheme, "scheme.yaml"), "scheme.yaml");

    /// <summary>The scheme file as it is written.</summary>
    internal static YamlMappingNode Yaml(string scheme) => Parse(Text(scheme, "scheme.yaml"));

    internal static YamlMappingNode Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    internal static FactSet Facts(string scheme, string number) =>
        FactSetJson.Read(Text(scheme, "cases", number, "facts.json"));

    /// <summary>Every scheme with the number of each of its cases.</summary>
    internal static IEnumerable<(string Scheme, string Number)> Cases() =>
        from scheme in Schemes()
        from number in Directory.EnumerateDirectories(Path.Combine(Root, scheme, "cases"))
        select (scheme, Path.GetFileName(number));

    internal static IEnumerable<string> Schemes() =>
        Directory
            .EnumerateDirectories(Root)
            .Where(path => File.Exists(Path.Combine(path, "scheme.yaml")))
            .Select(path => Path.GetFileName(path));
}
