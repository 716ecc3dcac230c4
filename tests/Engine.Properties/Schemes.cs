using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Properties;

/// <summary>The project's schemes, copied next to the tests; each property is checked under each of them.</summary>
internal static class Schemes
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "schemes");

    public static TheoryData<string> All() =>
        [
            .. Directory
                .EnumerateDirectories(Root)
                .Where(path => File.Exists(Path.Combine(path, "scheme.yaml")))
                .Select(path => Path.GetFileName(path))
                .Order(),
        ];

    internal static string Text(string scheme) =>
        File.ReadAllText(Path.Combine(Root, scheme, "scheme.yaml"));

    internal static Scheme Read(string scheme) => SchemeReader.Read(Text(scheme), "scheme.yaml");
}
