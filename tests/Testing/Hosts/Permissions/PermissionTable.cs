using Xunit;

namespace Assessment.Testing.Hosts.Permissions;

/// <summary>The tables of <c>docs/permissions.md</c>, one for each process, between marks.</summary>
public static class PermissionTable
{
    private const string File = "docs/permissions.md";

    /// <summary>Set to write down what the processes answer instead of comparing it.</summary>
    private static bool IsKept => Environment.GetEnvironmentVariable("KEEP_PERMISSIONS") == "1";

    public static async Task MustBeAsync(string process, IReadOnlyList<string> lines)
    {
        var path = Path.Combine(SourceTree.Root, File);
        var text = await System.IO.File.ReadAllTextAsync(path);
        var begin = $"<!-- {process} -->\n";
        var end = $"<!-- /{process} -->";
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(to >= from, $"{File} has no table between {begin.Trim()} and {end}.");
        if (IsKept)
        {
            await System.IO.File.WriteAllTextAsync(
                path,
                text[..from] + string.Join('\n', lines) + "\n" + text[to..]
            );
            return;
        }

        Assert.Equal(text[from..to].TrimEnd('\n').Split('\n'), lines);
    }
}
