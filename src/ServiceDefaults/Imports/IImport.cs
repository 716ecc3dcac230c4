namespace Assessment.ServiceDefaults.Imports;

/// <summary>One kind of file that a service takes in. Registered as scoped; it runs in the township of the upload.</summary>
public interface IImport
{
    /// <summary>The kind as it stands in the address, for example <c>responses</c>.</summary>
    string Kind { get; }

    /// <summary>Whether the rows belong to a cycle, which the upload must then name.</summary>
    bool ForCycle { get; }

    /// <summary>Columns without which the file is refused whole.</summary>
    IReadOnlyList<string> RequiredColumns { get; }

    /// <summary>
    /// Takes the rows in. Everything written to the service's database and outbox is committed in one transaction with
    /// the report, after this returns.
    /// </summary>
    /// <exception cref="Refusals.Refusal">The file as a whole cannot be used; nothing of it takes effect.</exception>
    Task RunAsync(ImportRun run, CancellationToken cancellationToken);
}

/// <summary>Is told, in the same transaction, that an import has ended, completed or refused.</summary>
public interface IImportListener
{
    Task OnEndedAsync(ImportJob job, CancellationToken cancellationToken);
}
