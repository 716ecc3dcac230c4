using System.Text.RegularExpressions;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

/// <summary><c>docs/security.md</c> names a test for each thing that it promises; each of them exists.</summary>
public sealed partial class SecurityDocumentTest
{
    [GeneratedRegex(
        @"`(?<class>[A-Z]\w+Test)(\.(?<method>\w+))?`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NamedTest();

    [Fact]
    public async Task EveryTestThatIsNamed_Exists()
    {
        var root = SourceTree.Root;
        var named = NamedTest()
            .Matches(await File.ReadAllTextAsync(Path.Combine(root, "docs", "security.md")));
        Assert.True(named.Count > 20);
        var sources = Directory
            .EnumerateFiles(Path.Combine(root, "tests"), "*Test.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);

        foreach (Match test in named)
        {
            var files = sources[test.Groups["class"].Value].ToList();
            Assert.True(files.Count > 0, $"{test.Value} is in no file of its name.");
            if (test.Groups["method"] is { Success: true, Value: var method })
            {
                Assert.Contains(
                    files,
                    file => File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal)
                );
            }
        }
    }
}
