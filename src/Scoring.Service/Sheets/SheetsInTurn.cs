using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;

namespace Assessment.Scoring.Sheets;

/// <summary>One request that takes a step with some sheets.</summary>
public sealed class SheetsInTurn(
    ScoringDb db,
    SchemeStore schemes,
    SheetStepping stepping,
    SheetReading reading
)
{
    /// <returns>Those sheets as they are then.</returns>
    /// <exception cref="SheetsMustBeNamed">None is.</exception>
    public async Task<IReadOnlyList<SheetSummary>> TakeAsync(
        Guid id,
        IReadOnlyList<SheetAsked> asked,
        SheetStep step,
        string? reason,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var rights = SheetRights.Of(caller);
        List<SheetSpec> specs =
        [
            .. (asked ?? [])
                .Select(one => one.Key)
                .Distinct()
                .Select(key => SheetPlan.Find(scheme, key)),
        ];
        if (specs.Count == 0)
        {
            throw new SheetsMustBeNamed();
        }

        foreach (var spec in specs)
        {
            rights.Admit(step, spec.Key);
        }

        cycle.AdmitDepartmentScores();
        await stepping.TakeAsync(cycle, scheme, specs, step, reason, caller, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await reading.SummariesAsync(cycle, scheme, rights, specs, cancellationToken);
    }
}
