using System.Security.Claims;
using Assessment.Imports.Templates;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports;

/// <summary>One kind of file that a service takes in. Registered as scoped; it runs in the township of the upload.</summary>
public interface IImport
{
    /// <summary>The kind as it is written in the address, for example <c>responses</c>.</summary>
    string Kind { get; }

    /// <summary>What people call it, in Chinese.</summary>
    string Title { get; }

    /// <summary>What its rows are, in a Chinese sentence.</summary>
    string About { get; }

    /// <summary>Whether the rows belong to a cycle, which the upload must then name.</summary>
    bool ForCycle { get; }

    /// <summary>The columns that it reads in any township; others of the file are passed over.</summary>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Those of the caller's township, where they are not the same for all.</summary>
    Task<IReadOnlyList<ImportColumn>> ColumnsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Columns);

    /// <summary>
    /// Ids that the uploader's account limits the rows to, for example to campaigns; they are kept with the upload, since
    /// it runs later. Null where the account is not limited.
    /// </summary>
    IReadOnlyList<string>? LimitsOf(ClaimsPrincipal uploader) => null;

    /// <summary>
    /// What the uploader may have to give a reason for, in Chinese: some rows are then taken in only with one, which the
    /// import decides. Null where no file of the kind needs any.
    /// </summary>
    string? ReasonTitle => null;

    /// <summary>What people call the cycle, in Chinese; null where the service knows no such cycle.</summary>
    Task<string?> CycleTitleAsync(Guid cycle, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    /// <summary>What a template offers in lists, besides what the columns themselves say.</summary>
    Task<TemplateChoices> ChoicesAsync(
        TemplateRequest request,
        CancellationToken cancellationToken
    ) => Task.FromResult(TemplateChoices.None);

    /// <summary>
    /// Takes the rows in. Everything written to the service's database and outbox is committed in one transaction with
    /// the report, after this returns. For a preview it is rolled back instead.
    /// </summary>
    /// <exception cref="DomainException">The file as a whole cannot be used; nothing of it takes effect.</exception>
    Task RunAsync(ImportRun run, CancellationToken cancellationToken);
}

/// <summary>Is notified, in the same transaction, that an import has ended, completed or refused.</summary>
public interface IImportListener
{
    Task OnEndedAsync(ImportJob job, CancellationToken cancellationToken);
}
