using Assessment.Cli.Check;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Cli.Files;

/// <summary>Reads the facts and the scheme that they name.</summary>
internal static class InputFiles
{
    private const string SchemesFolder = "schemes";
    private const string SchemeFile = "scheme.yaml";

    /// <exception cref="InputCannotBeUsed">The file is not there, or not what it should be.</exception>
    internal static async Task<FactSet> ReadFactsAsync(string file, CancellationToken cancellation)
    {
        var json = await TextFile.ReadAsync(file, cancellation);
        return Using(file, () => FactSetJson.Read(json));
    }

    /// <summary>The scheme of a file, or the one that the facts name, with its quotations and questionnaires checked.</summary>
    /// <exception cref="InputCannotBeUsed">A file is not there, or <c>assess check</c> would find something.</exception>
    internal static async Task<Scheme> ReadCheckedSchemeAsync(
        string? file,
        FactSet facts,
        CancellationToken cancellation
    )
    {
        var found = file ?? Find(facts.Scheme);
        var check = await SchemeCheck.OfAsync(found, [], cancellation);
        return check.Scheme is { } scheme && check.Problems.Count == 0
            ? scheme
            : throw InputCannotBeUsed.Because(check.Problems);
    }

    /// <summary>The scheme of a file, or the one that the facts name.</summary>
    /// <exception cref="InputCannotBeUsed">The file is not there, or not what it should be.</exception>
    internal static Task<Scheme> ReadSchemeAsync(
        string? file,
        FactSet facts,
        CancellationToken cancellation
    ) => ReadSchemeAsync(file ?? Find(facts.Scheme), cancellation);

    /// <exception cref="InputCannotBeUsed">The file is not there, or not what it should be.</exception>
    internal static async Task<Scheme> ReadSchemeAsync(string file, CancellationToken cancellation)
    {
        var yaml = await TextFile.ReadAsync(file, cancellation);
        try
        {
            return SchemeReader.Read(yaml, file);
        }
        catch (SchemeException exception)
        {
            throw InputCannotBeUsed.Because(exception.Problems);
        }
    }

    /// <summary>Does something with facts; what does not fit is reported with the file's name.</summary>
    /// <exception cref="InputCannotBeUsed">The facts do not fit.</exception>
    internal static T Using<T>(string factsFile, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (FactSetException exception)
        {
            throw InputCannotBeUsed.Because(factsFile, exception);
        }
    }

    /// <summary>In the working directory's project, that is here or further up, or else next to the program.</summary>
    private static string Find(string scheme)
    {
        // The id is a folder's name, and no path out of the folder.
        if (scheme.Length == 0 || Path.GetFileName(scheme) != scheme || scheme is "." or "..")
        {
            throw new InputCannotBeUsed($"“{scheme}”不是方案编号");
        }

        for (
            var folder = new DirectoryInfo(Environment.CurrentDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (In(folder.FullName, scheme) is { } found)
            {
                return found;
            }
        }
        return In(AppContext.BaseDirectory, scheme)
            ?? throw new InputCannotBeUsed(
                $"找不到方案“{scheme}”：{SchemesFolder}/{scheme}/{SchemeFile} 不存在，可用 --scheme 指定文件"
            );
    }

    private static string? In(string folder, string scheme)
    {
        var file = Path.Combine(folder, SchemesFolder, scheme, SchemeFile);
        return File.Exists(file) ? file : null;
    }
}
