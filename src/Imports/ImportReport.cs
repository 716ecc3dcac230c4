using Assessment.Imports.Heads;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Imports;

/// <summary>What is reported about an import.</summary>
/// <param name="CycleTitle">What people call the cycle; null for kinds that belong to the township.</param>
/// <param name="Status">queued, running, completed or refused.</param>
/// <param name="Counts">Rows by outcome, for example accepted, duplicate, unknownArea.</param>
/// <param name="Problems">The first problems with their places; <paramref name="ProblemCount"/> counts all.</param>
/// <param name="UnusedHeads">Heads of the file that are no columns; what was under them was passed over.</param>
/// <param name="Reason">Why it was brought, where the kind asks.</param>
/// <param name="Undone">By whom, when and why it was undone; null where it was not.</param>
/// <param name="Error">Why the file was refused whole.</param>
public sealed record ImportReport(
    Guid Id,
    string Kind,
    Guid? Cycle,
    string? CycleTitle,
    string FileName,
    string Status,
    int Rows,
    int Processed,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<Problem> Problems,
    int ProblemCount,
    IReadOnlyList<UnusedHead> UnusedHeads,
    string UploadedBy,
    string? Reason,
    DateTimeOffset UploadedAt,
    DateTimeOffset? FinishedAt,
    UndoneImport? Undone,
    Problem? Error
)
{
    internal static ImportReport Of(ImportJob job) =>
        new(
            job.Id,
            job.Kind,
            job.Cycle == Guid.Empty ? null : job.Cycle,
            job.CycleTitle,
            job.FileName,
            job.Status.ToString().ToLowerInvariant(),
            job.Rows,
            job.Processed,
            job.Counts,
            job.Problems,
            job.ProblemCount,
            job.UnusedHeads,
            job.UploadedBy,
            job.Reason,
            job.UploadedAt,
            job.FinishedAt,
            job.UndoneAt is { } at ? new UndoneImport(job.UndoneBy!, at, job.UndoReason!) : null,
            job.ErrorCode is null ? null : new Problem(job.ErrorCode, job.ErrorMessage ?? "")
        );
}

/// <summary>撤销: who undid an import, when and why.</summary>
public sealed record UndoneImport(string By, DateTimeOffset At, string Reason);

/// <summary>Why an import is undone.</summary>
public sealed record ImportUndoing(string Reason);
