using Xunit;

namespace Assessment.Architecture.Tests;

/// <summary>A type is found in the folder that its namespace names.</summary>
public sealed class NamespacesTest
{
    private const string Declaration = "namespace ";

    /// <summary>Folders of what is built or generated.</summary>
    private static readonly string[] NotOurs = ["bin", "obj", "Migrations", "node_modules"];

    public static TheoryData<string> Projects =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(SourceTree.Root, "src"),
                    "*.csproj",
                    SearchOption.AllDirectories
                )
                .Select(project =>
                    Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(project)!)
                ),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespace_FollowsTheFolder(string project)
    {
        var folder = Path.Combine(SourceTree.Root, project);
        var wrong =
            from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            let place = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!)
            where !NotOurs.Any(place.Split(Path.DirectorySeparatorChar).Contains)
            let declared = File.ReadLines(file)
                .FirstOrDefault(line => line.StartsWith(Declaration, StringComparison.Ordinal))
            where declared is not null
            let expected = place == "." ? "" : "." + place.Replace(Path.DirectorySeparatorChar, '.')
            where
                expected.Length > 0
                && !declared.TrimEnd(';').EndsWith(expected, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(SourceTree.Root, file)}: {declared}";

        Assert.Empty(wrong);
    }
}
