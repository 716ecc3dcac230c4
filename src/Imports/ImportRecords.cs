using Assessment.Audit;
using Assessment.Persistence.Auditing;

namespace Assessment.Imports;

/// <summary>What the audit log says of an import: the kind, the file and counts, and nothing of the rows.</summary>
internal static class ImportRecords
{
    public static AuditedChange Uploaded(ImportJob job) =>
        Of(
            AuditActions.ImportUploaded,
            job,
            new
            {
                job.Kind,
                File = job.FileName,
                job.Hash,
            }
        );

    public static AuditedChange Ended(ImportJob job) =>
        job.Status == ImportStatus.Completed
            ? Of(
                AuditActions.ImportCompleted,
                job,
                new
                {
                    job.Kind,
                    File = job.FileName,
                    job.Rows,
                    job.Counts,
                    Problems = job.ProblemCount,
                }
            )
            : Of(
                AuditActions.ImportRefused,
                job,
                new
                {
                    job.Kind,
                    File = job.FileName,
                    Code = job.ErrorCode,
                }
            );

    public static AuditedChange Undone(ImportJob job, string reason) =>
        Of(AuditActions.ImportUndone, job, new { job.Kind, File = job.FileName }) with
        {
            Reason = reason,
        };

    private static AuditedChange Of(string action, ImportJob job, object after) =>
        new(
            action,
            $"import:{job.Id}",
            job.Cycle == Guid.Empty ? null : job.Cycle,
            job.Reason,
            After: after
        );
}
