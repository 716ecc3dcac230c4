namespace Assessment.Engine.Sources;

/// <summary>The files that a scheme names; they stand beside it.</summary>
internal sealed class FilesBeside(string yaml, string schemeFile, Func<string, string?> read)
{
    internal string SchemeFile => schemeFile;

    internal string PathOf(string name) =>
        Path.Combine(Path.GetDirectoryName(schemeFile) ?? "", name);

    /// <summary>Null where there is no such file.</summary>
    internal string? Read(string name) => read(name);

    /// <summary>The problem that a file is not there, at the place where the scheme names it.</summary>
    internal SchemeProblem Missing(string name, string code, string what)
    {
        var place = PlaceOf(name);
        return new(schemeFile, place.Line, place.Column, code, $"方案旁边没有{what}“{name}”");
    }

    private TextPlace PlaceOf(string name)
    {
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            var found = text.IndexOf(name, StringComparison.Ordinal);
            if (found >= 0)
                return new(line, found + 1);
        }
        return new(1, 1);
    }
}
