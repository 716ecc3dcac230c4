namespace Assessment.Cli.Tests.Guide;

/// <summary>A copy of a scheme with one line changed, gone afterwards.</summary>
internal sealed class ChangedScheme : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ChangedScheme() { }

    internal string Folder => _folder.Path;

    /// <param name="change">Its line that begins with - becomes the one that begins with +.</param>
    internal static async Task<ChangedScheme> MakeAsync(MarkdownBlock change)
    {
        var copy = new ChangedScheme();
        var file = Repository.PathOf(change.File);
        var origin = Path.GetDirectoryName(file)!;
        foreach (var original in Directory.EnumerateFiles(origin, "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(original);
            await copy._folder.WriteAsync(
                Path.GetRelativePath(origin, original),
                original == file ? Change(text, change) : text
            );
        }
        return copy;
    }

    private static string Change(string text, MarkdownBlock change)
    {
        var (old, replacement) = (Line(change, '-'), Line(change, '+'));
        var lines = text.Split('\n');
        Assert.Single(lines, line => line == old);
        return string.Join('\n', lines.Select(line => line == old ? replacement : line));
    }

    private static string Line(MarkdownBlock change, char mark) =>
        Assert.Single(change.Lines, line => line[0] == mark)[1..];

    public void Dispose() => _folder.Dispose();
}
