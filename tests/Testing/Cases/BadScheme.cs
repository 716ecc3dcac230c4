namespace Assessment.Testing.Cases;

/// <summary>
/// A scheme that is wrong in one way: a scheme of <c>schemes/bad/base</c> with some lines changed, and the messages that
/// its author gets. <c>schemes/bad/README.md</c> says how it is written.
/// </summary>
/// <param name="Files">Texts by path in the scheme's folder.</param>
/// <param name="Input">What is written above the expected messages.</param>
/// <param name="Expected">A line for each message.</param>
public sealed record BadScheme(
    string Name,
    IReadOnlyDictionary<string, string> Files,
    string Input,
    string Expected
)
{
    private const string BaseMark = "base: ";
    private const string ExpectedMark = "expected:\n";
    private const string Folder = "schemes/bad";

    public string Scheme => Files["scheme.yaml"];

    public string Path => PathOf(Name);

    public static IEnumerable<string> Names() =>
        Directory
            .EnumerateFiles(System.IO.Path.Combine(SourceTree.Root, Folder), "*.diff")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    public static BadScheme Read(string name)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(SourceTree.Root, PathOf(name)));
        var end = text.IndexOf(ExpectedMark, StringComparison.Ordinal) + ExpectedMark.Length;
        var lines = text[..(end - ExpectedMark.Length)].Split('\n');
        return new BadScheme(
            name,
            Changed(BaseFiles(lines[1][BaseMark.Length..]), lines[2..]),
            text[..end],
            text[end..]
        );
    }

    public async Task WriteToAsync(string folder)
    {
        foreach (var (path, text) in Files)
        {
            var file = new FileInfo(System.IO.Path.Combine(folder, path));
            file.Directory!.Create();
            await File.WriteAllTextAsync(file.FullName, text);
        }
    }

    private static string PathOf(string name) => $"{Folder}/{name}.diff";

    private static Dictionary<string, string> BaseFiles(string name)
    {
        var folder = System.IO.Path.Combine(SourceTree.Root, Folder, "base", name);
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => System.IO.Path.GetRelativePath(folder, file),
                File.ReadAllText,
                StringComparer.Ordinal
            );
    }

    private static Dictionary<string, string> Changed(
        Dictionary<string, string> files,
        IEnumerable<string> lines
    )
    {
        var path = "";
        var change = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line is [' ' or '-' or '+', ..])
            {
                change.Add(line);
                continue;
            }

            if (change.Count > 0)
            {
                files[path] = Changed(files[path], change);
                change.Clear();
            }

            path = line.Length > 0 ? line : path;
        }

        return files;
    }

    private static string Changed(string text, List<string> change)
    {
        var before = string.Concat(change.Where(line => line[0] != '+').Select(Line));
        var after = string.Concat(change.Where(line => line[0] != '-').Select(Line));
        if (before.Length == 0)
        {
            return after;
        }

        var at = $"\n{text}".IndexOf($"\n{before}", StringComparison.Ordinal);
        return at >= 0 && $"\n{text}".LastIndexOf($"\n{before}", StringComparison.Ordinal) == at
            ? text[..at] + after + text[(at + before.Length)..]
            : throw new FormatException($"These lines are not there, or more than once:\n{before}");
    }

    private static string Line(string changed) => $"{changed[1..]}\n";
}
