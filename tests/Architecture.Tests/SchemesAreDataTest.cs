using Xunit;

namespace Assessment.Architecture.Tests;

/// <summary>The product knows kinds of rules and steps, and no document: no scheme is named in its code.</summary>
public sealed class SchemesAreDataTest
{
    [Fact]
    public void NoScheme_IsNamedInTheProduct()
    {
        var schemes = Directory
            .EnumerateDirectories(Path.Combine(SourceTree.Root, "schemes"))
            .Where(folder => File.Exists(Path.Combine(folder, "scheme.yaml")))
            .Select(folder => Path.GetFileName(folder))
            .ToList();
        var separator = Path.DirectorySeparatorChar;
        var naming =
            from file in Directory.EnumerateFiles(
                Path.Combine(SourceTree.Root, "src"),
                "*.cs",
                SearchOption.AllDirectories
            )
            where !file.Contains($"{separator}obj{separator}", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            from scheme in schemes
            where text.Contains(scheme, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(SourceTree.Root, file)}: {scheme}";

        Assert.NotEmpty(schemes);
        Assert.Empty(naming);
    }
}
