using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures;

/// <summary>进行中的考核周期, each where it stands: neither cancelled nor archived. Read once in a request, whoever asks.</summary>
public sealed class RunningCycles(ScoringDb db, ProcedureStore procedures)
{
    private IReadOnlyList<CycleInProcedure>? _read;

    public async Task<IReadOnlyList<CycleInProcedure>> ReadAsync(
        CancellationToken cancellationToken
    ) => _read ??= await ReadAllAsync(cancellationToken);

    private async Task<IReadOnlyList<CycleInProcedure>> ReadAllAsync(
        CancellationToken cancellationToken
    )
    {
        var cycles = await db
            .Cycles.AsNoTracking()
            .Where(cycle => cycle.State != CycleState.Cancelled && cycle.ArchivedAt == null)
            .OrderBy(cycle => cycle.OpenedAt)
            .ToListAsync(cancellationToken);
        var running = new List<CycleInProcedure>();
        foreach (var cycle in cycles)
        {
            running.Add(await procedures.OfAsync(cycle, cancellationToken));
        }

        return running;
    }
}
