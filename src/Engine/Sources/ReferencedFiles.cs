using Assessment.Engine.Language;

namespace Assessment.Engine.Sources;

/// <summary>The files that a file names; they are next to it.</summary>
/// <param name="what">What the file is, for example <c>方案</c>.</param>
internal sealed class ReferencedFiles(
    string what,
    string yaml,
    string file,
    Func<string, string?> read
)
{
    internal string File => file;

    internal string PathOf(string name) => Path.Combine(Path.GetDirectoryName(file) ?? "", name);

    /// <summary>Null where there is no such file.</summary>
    internal string? Read(string name) => read(name);

    /// <summary>The problem that a file is not there, at the place where it is named.</summary>
    internal SchemeProblem Missing(string name, string code, string missing)
    {
        var place = PlaceOf(name);
        return new(file, place.Line, place.Column, code, $"{what}旁边没有{missing}“{name}”");
    }

    private TextPlace PlaceOf(string name)
    {
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            var found = text.IndexOf(name, StringComparison.Ordinal);
            if (found >= 0)
            {
                return new(line, found + 1);
            }
        }
        return new(1, 1);
    }
}
