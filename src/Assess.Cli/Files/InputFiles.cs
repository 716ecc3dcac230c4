namespace Assessment.Cli.Files;

/// <summary>Reads the facts and the scheme that they name.</summary>
internal static class InputFiles
{
    private const string SchemesFolder = "schemes";
    private const string SchemeFile = "scheme.yaml";

    /// <param name="schemeFile">Null where the scheme is to be found by the id that the facts give.</param>
    /// <exception cref="InputCannotBeUsed">A file is not there, or not what it should be.</exception>
    internal static async Task<EvaluationResult> EvaluateAsync(
        string factsFile,
        string? schemeFile,
        CancellationToken cancellation
    )
    {
        try
        {
            var facts = FactSetJson.Read(await TextFile.ReadAsync(factsFile, cancellation));
            var file = schemeFile ?? Find(facts.Scheme);
            var yaml = await TextFile.ReadAsync(file, cancellation);
            return Evaluator.Evaluate(SchemeReader.Read(yaml, file), facts);
        }
        catch (FactSetException exception)
        {
            throw InputCannotBeUsed.Because(factsFile, exception);
        }
        catch (SchemeException exception)
        {
            throw InputCannotBeUsed.Because(exception);
        }
    }

    /// <summary>In the working directory's project, that is here or further up, or else beside the program.</summary>
    private static string Find(string scheme)
    {
        // The id is a folder's name, and no path out of the folder.
        if (scheme.Length == 0 || Path.GetFileName(scheme) != scheme || scheme is "." or "..")
            throw new InputCannotBeUsed($"“{scheme}”不是方案编号");
        for (
            var folder = new DirectoryInfo(Environment.CurrentDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (In(folder.FullName, scheme) is { } found)
                return found;
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
