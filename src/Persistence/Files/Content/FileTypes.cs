namespace Assessment.Persistence.Files.Content;

/// <summary>Finds out by its content of what type a file is; its name has no say in it.</summary>
internal static class FileTypes
{
    /// <param name="isText">Whether the whole of it is text.</param>
    /// <exception cref="FileMustBeOfAKnownType">It is none that is taken in.</exception>
    /// <exception cref="FileMustNotContainMacros">It is an office document with a program.</exception>
    public static async Task<FileType> FindAsync(
        Stream content,
        bool isText,
        CancellationToken cancellationToken
    )
    {
        var start = new byte[16];
        content.Position = 0;
        var length = await content.ReadAtLeastAsync(
            start,
            start.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        content.Position = 0;
        var type = start.AsSpan(0, length) switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => await OfficeDocument.TypeOfAsync(
                content,
                cancellationToken
            ),
            _ => TypeByStart(start.AsSpan(0, length)),
        };
        return type ?? (isText ? FileType.Text : throw new FileMustBeOfAKnownType());
    }

    private static FileType? TypeByStart(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) ? FileType.Pdf
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n\u001a\n"u8]) ? FileType.Png
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileType.Jpeg
        : start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) ? FileType.WebP
        : null;
}
