using Assessment.Audit;
using Assessment.Persistence.Messaging;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures.Cancelling;

/// <summary>What follows when a cycle is cancelled. Whoever calls this has locked the cycle.</summary>
public sealed class CycleCancelling(ScoringDb db, Calculations calculations, TimeProvider time)
{
    /// <summary>Whether anybody has given anything for the cycle: then it is not for one person to cancel it.</summary>
    public async Task<bool> IsCollectedAsync(Cycle cycle, CancellationToken cancellationToken) =>
        await db.Ledger.AnyAsync(entry => entry.Cycle == cycle.Id, cancellationToken)
        || await db.Events.AnyAsync(entry => entry.Cycle == cycle.Id, cancellationToken)
        || await db.SourceReports.AnyAsync(report => report.Cycle == cycle.Id, cancellationToken)
        || await db.Results.AnyAsync(result => result.Cycle == cycle.Id, cancellationToken);

    /// <exception cref="CycleIsFinal">It can be corrected, not cancelled.</exception>
    public async Task<ActDone> CancelAsync(
        Cycle cycle,
        Cancelled act,
        string by,
        CancellationToken cancellationToken
    )
    {
        var before = cycle.State;
        var now = time.GetUtcNow();
        cycle.Cancel(act.Reason, by, now);
        await calculations.EndAsync(cycle, CalculationStatus.Cancelled, cancellationToken);
        db.Send(new Contracts.CycleCancelled(cycle.Township, cycle.Id, now, by));
        return new ActDone(
            act,
            AuditActions.CycleCancelled,
            new { From = before, cycle.State },
            act.Reason
        );
    }
}
