using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.FactSources;

/// <summary>The source's reports. Whoever writes them has locked the cycle, and saves.</summary>
public sealed class SubjectReports(ServiceDb db, SourceName source, TimeProvider time)
{
    /// <summary>The reports of the cycle by subject, those that are not saved yet included.</summary>
    public async Task<Dictionary<string, SubjectReport>> OfAsync(
        Guid cycle,
        CancellationToken cancellationToken
    )
    {
        await db.SubjectReports.Where(report => report.Cycle == cycle).LoadAsync(cancellationToken);
        return db
            .SubjectReports.Local.Where(report => report.Cycle == cycle)
            .ToDictionary(report => report.Subject);
    }

    /// <summary>For each subject that was reported the version of the newest report.</summary>
    public Task<Dictionary<string, long>> VersionsAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        db
            .SubjectReports.Where(report => report.Cycle == cycle && report.Version > 0)
            .ToDictionaryAsync(
                report => report.Subject,
                report => report.Version,
                cancellationToken
            );

    /// <summary>The subject's report, which begins with nothing reported.</summary>
    public SubjectReport Begin(Guid cycle, string subject)
    {
        var report = new SubjectReport
        {
            Township = db.Township!,
            Cycle = cycle,
            Subject = subject,
        };
        db.Add(report);
        return report;
    }

    /// <summary>Sends the facts, unless they are those of the newest report.</summary>
    public void Report(SubjectReport report, IReadOnlyList<ReportedFact> facts)
    {
        if (report.Renew(source.Value, facts, time.GetUtcNow()) is { } message)
        {
            db.Send(message);
        }
    }
}
