namespace Assessment.Cli.Files;

/// <summary>Reads files that somebody named, byte by byte.</summary>
internal static class BinaryFile
{
    /// <exception cref="InputCannotBeUsed">The file is not there, or cannot be read.</exception>
    internal static async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception exception) when (TextFile.IsOfFile(exception))
        {
            throw TextFile.Unusable(file);
        }
    }
}
