namespace Assessment.Cli.Files;

/// <summary>Reads files that somebody named.</summary>
internal static class TextFile
{
    /// <exception cref="InputCannotBeUsed">The file is not there, or cannot be read.</exception>
    internal static async Task<string> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellation);
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            throw Unusable(file);
        }
    }

    /// <summary>For a file that is read line by line.</summary>
    /// <exception cref="InputCannotBeUsed">The file is not there, or cannot be read.</exception>
    internal static StreamReader OpenLines(string file)
    {
        try
        {
            return File.OpenText(file);
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            throw Unusable(file);
        }
    }

    /// <summary>Null where there is no such file.</summary>
    /// <exception cref="InputCannotBeUsed">The file is there and cannot be read.</exception>
    internal static string? ReadIfThere(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file) : null;
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            throw Unusable(file);
        }
    }

    internal static bool IsOfFile(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException;

    internal static InputCannotBeUsed Unusable(string file) =>
        new(
            Directory.Exists(file) ? $"这是文件夹，不是文件：{file}"
            : File.Exists(file) ? $"读不了文件：{file}"
            : $"没有这个文件：{file}"
        );
}
