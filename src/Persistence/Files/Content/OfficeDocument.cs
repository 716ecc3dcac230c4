using System.IO.Compression;
using System.Xml;

namespace Assessment.Persistence.Files.Content;

/// <summary>
/// What kind of an office document (OOXML) a ZIP archive is, by its list of contents. Nothing but that list is unpacked,
/// and of it no more than a document of ours has.
/// </summary>
internal static class OfficeDocument
{
    private const string Contents = "[Content_Types].xml";
    private const int MostCharacters = 1024 * 1024;
    private const string Main = ".main+xml";

    /// <returns>Null where it is no document of a type that is taken in.</returns>
    /// <exception cref="FileMustNotContainMacros">It holds a program.</exception>
    public static async Task<FileType?> TypeOfAsync(
        Stream content,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var archive = await ZipArchive.CreateAsync(
                content,
                ZipArchiveMode.Read,
                leaveOpen: true,
                entryNameEncoding: null,
                cancellationToken
            );
            if (
                archive.Entries.Any(part =>
                    part.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                throw new FileMustNotContainMacros();
            }

            return archive.GetEntry(Contents) is { } list
                ? await TypeByAsync(list, cancellationToken)
                : null;
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException)
        {
            return null;
        }
    }

    private static async Task<FileType?> TypeByAsync(
        ZipArchiveEntry list,
        CancellationToken cancellationToken
    )
    {
        await using var unpacked = await list.OpenAsync(cancellationToken);
        using var reader = XmlReader.Create(
            unpacked,
            new XmlReaderSettings
            {
                Async = true,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostCharacters,
            }
        );
        FileType? found = null;
        while (await reader.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var type =
                reader.NodeType == XmlNodeType.Element ? reader.GetAttribute("ContentType") : null;
            if (type is null)
            {
                continue;
            }

            if (
                type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            )
            {
                throw new FileMustNotContainMacros();
            }

            found ??= TypeByMainPart(type);
        }

        return found;
    }

    private static FileType? TypeByMainPart(string type) =>
        type.Equals(FileType.Docx.ContentType + Main, StringComparison.OrdinalIgnoreCase)
            ? FileType.Docx
        : type.Equals(FileType.Xlsx.ContentType + Main, StringComparison.OrdinalIgnoreCase)
            ? FileType.Xlsx
        : null;
}
