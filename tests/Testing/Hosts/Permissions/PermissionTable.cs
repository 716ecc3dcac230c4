using Xunit;

namespace Assessment.Testing.Hosts.Permissions;

/// <summary>The tables of <c>docs/permissions.md</c>, one for each process, between marks.</summary>
public static class PermissionTable
{
    private const string Path = "docs/permissions.md";

    public static async Task MustBeAsync(string process, IReadOnlyList<string> lines)
    {
        var text = await File.ReadAllTextAsync(System.IO.Path.Combine(SourceTree.Root, Path));
        var begin = $"<!-- {process} -->\n";
        var end = $"<!-- /{process} -->";
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(to >= from, $"{Path} has no table between {begin.Trim()} and {end}.");
        Snapshot.AssertIs(Path, text[..from] + string.Join('\n', lines) + "\n" + text[to..]);
    }
}
