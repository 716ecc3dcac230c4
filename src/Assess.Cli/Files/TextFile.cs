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
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputCannotBeUsed(
                Directory.Exists(file) ? $"这是文件夹，不是文件：{file}"
                : File.Exists(file) ? $"读不了文件：{file}"
                : $"没有这个文件：{file}"
            );
        }
    }
}
