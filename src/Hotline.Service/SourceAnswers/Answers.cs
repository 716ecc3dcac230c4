using Assessment.Contracts;
using Assessment.Hotline.ImportTickets;
using Assessment.Hotline.Rates;
using Assessment.Hotline.Storage;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.SourceAnswers;

/// <summary>
/// Answers Scoring's questions. A question of a cycle that is not known here yet waits for it: an empty answer would
/// let Scoring calculate without the hotline.
/// </summary>
public sealed class Answers(HotlineDb db)
{
    /// <summary>Answers what is open. Looks at what has been saved; the caller has the turn and saves the answers.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var open = await db
            .SourceRequests.Where(request => !request.Settled)
            .ToListAsync(cancellationToken);
        foreach (var request in open)
        {
            if (await db.Cycles.AnyAsync(cycle => cycle.Id == request.Cycle, cancellationToken))
            {
                await SendAsync(request, cancellationToken);
            }
        }
    }

    private async Task SendAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        // Of every cycle: a ticket counts by its date, whichever cycle's file brings it.
        var pending = await db.Imports.CountAsync(
            job =>
                job.Kind == TicketsImport.KindName
                && (job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running),
            cancellationToken
        );
        var versions = await db
            .AreaReports.Where(report => report.Cycle == request.Cycle)
            .ToDictionaryAsync(report => report.Area, report => report.Version, cancellationToken);
        request.Sequence++;
        request.Settled = pending == 0;
        db.Send(
            new SourceAnswered(
                request.Township,
                request.Cycle,
                request.Id,
                RateReports.Source,
                request.Sequence,
                pending,
                versions
            )
        );
    }
}
