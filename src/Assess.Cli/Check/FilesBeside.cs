using Assessment.Cli.Files;

namespace Assessment.Cli.Check;

/// <summary>The files that a scheme names; they stand beside it.</summary>
internal sealed class FilesBeside(string schemeFile, string yaml)
{
    internal string SchemeFile => schemeFile;

    internal string PathOf(string name) =>
        Path.Combine(Path.GetDirectoryName(schemeFile) ?? "", name);

    /// <summary>Null where there is no such file.</summary>
    /// <exception cref="InputCannotBeUsed">The file is there and cannot be read.</exception>
    internal async Task<string?> ReadAsync(string name, CancellationToken cancellation)
    {
        var path = PathOf(name);
        return File.Exists(path) ? await TextFile.ReadAsync(path, cancellation) : null;
    }

    /// <summary>The problem that a file is not there, at the place where the scheme names it.</summary>
    internal SchemeProblem Missing(string name, string code, string what)
    {
        var (line, column) = PlaceOf(name);
        return new(schemeFile, line, column, code, $"方案旁边没有{what}“{name}”");
    }

    private (int Line, int Column) PlaceOf(string name)
    {
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            var found = text.IndexOf(name, StringComparison.Ordinal);
            if (found >= 0)
                return (line, found + 1);
        }
        return (1, 1);
    }
}
