using Assessment.Audit;
using Assessment.Engine.Language;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures;

/// <summary>A cycle where it stands. Whoever acts on it has locked the cycle.</summary>
/// <param name="Today">The day by which publicity and meetings are counted.</param>
public sealed record CycleInProcedure(
    Cycle Cycle,
    Scheme Scheme,
    ProcedureState State,
    DateOnly Today
);

/// <summary>程序记录: reads where a cycle stands, and adds acts.</summary>
public sealed class ProcedureStore(
    ScoringDb db,
    SchemeStore schemes,
    ProcedureDay day,
    TimeProvider time
)
{
    /// <exception cref="SchemeMustHaveAProcedure">The scheme does not say how its result becomes final.</exception>
    public async Task<CycleInProcedure> OfAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var entries = await EntriesAsync(cycle.Id, cancellationToken);
        return new CycleInProcedure(
            cycle,
            scheme,
            ProcedureState.Of(
                scheme.Procedure ?? throw new SchemeMustHaveAProcedure(),
                entries.Select(entry => entry.Act)
            ),
            await day.TodayAsync(cancellationToken)
        );
    }

    /// <summary>Locks the cycle and reads it.</summary>
    public async Task<CycleInProcedure> LockAsync(Guid id, CancellationToken cancellationToken) =>
        await OfAsync(await db.LockCycleAsync(id, cancellationToken), cancellationToken);

    public Task<List<ProcedureEntry>> EntriesAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        db
            .ProcedureActs.AsNoTracking()
            .Where(entry => entry.Cycle == cycle)
            .OrderBy(entry => entry.Number)
            .ToListAsync(cancellationToken);

    /// <summary>Adds the act, and what the audit log says of it; saved with the caller's changes.</summary>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="after">Ids, counts and outcomes; no names.</param>
    public void Add(
        CycleInProcedure at,
        Act act,
        string by,
        string action,
        object after,
        string? reason = null
    )
    {
        db.ProcedureActs.Add(ProcedureEntry.Of(at.Cycle.Id, at.State, act, by, time.GetUtcNow()));
        db.Record(
            new AuditedChange(
                action,
                $"cycle:{at.Cycle.Id}",
                at.Cycle.Id,
                reason,
                new { Step = at.State.Position, Result = at.State.Result },
                after
            )
        );
    }
}
