using Assessment.Imports.Heads;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports;

/// <summary>A file as an import of its kind reads it.</summary>
internal static class ImportFile
{
    /// <returns>The rows, with their columns named as the import names them.</returns>
    /// <exception cref="UnreadableFileException">It is no table.</exception>
    /// <exception cref="DomainException">Its heads cannot be used.</exception>
    public static async Task<Table> OpenAsync(
        this IImport import,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        var table = TableReader.Read(content);
        var columns = await import.ColumnsAsync(cancellationToken);
        var heads = ReadHeads.Of(import.Kind, columns, table.Header);
        return heads.Refusal is { } refusal ? throw refusal : table.Under(heads);
    }
}
