using Assessment.Contracts;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Messaging;
using Assessment.Survey.ReportFacts;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Messaging;

/// <summary>
/// Tells Scoring what has been reported, with the imports that are still under way; as long as there are any, again
/// after each of them.
/// </summary>
public sealed class SourceAnswers(SurveyDb db, FactReporter facts) : IImportListener
{
    public async Task AnswerOpenAsync(Guid cycle, CancellationToken cancellationToken)
    {
        var known = await db.HoldCycleAsync(cycle, cancellationToken);
        var open = await db
            .SourceRequests.Where(request => request.Cycle == cycle && request.Open)
            .ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return;
        }

        await facts.ReportAsync(cycle, cancellationToken);
        var versions = await facts.VersionsAsync(cycle, cancellationToken);
        var pending = await db.Imports.CountAsync(
            job =>
                job.Cycle == cycle
                && (job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running),
            cancellationToken
        );
        foreach (var request in open)
        {
            request.Sequence++;
            request.Open = pending > 0 || !known;
            db.Send(
                new SourceAnswered(
                    db.Township!,
                    cycle,
                    request.Request,
                    FactReporter.Source,
                    request.Sequence,
                    pending,
                    versions
                )
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public Task OnEndedAsync(ImportJob job, CancellationToken cancellationToken) =>
        AnswerOpenAsync(job.Cycle, cancellationToken);
}
