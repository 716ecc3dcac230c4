using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Sheets;

/// <summary>The sheets of a cycle that somebody has taken a step with, and those that are locked.</summary>
public sealed class SheetStore(ScoringDb db)
{
    public async Task<Dictionary<SheetKey, DepartmentSheet>> OfAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        (
            await db.Sheets.Where(sheet => sheet.Cycle == cycle).ToListAsync(cancellationToken)
        ).ToDictionary(sheet => sheet.Key);

    /// <summary>The sheets on which nothing can be changed.</summary>
    public async Task<LockedSheets> LockedAsync(Guid cycle, CancellationToken cancellationToken) =>
        new(
            (await OfAsync(cycle, cancellationToken))
                .Values.Where(sheet => sheet.State.IsLocked())
                .Select(sheet => sheet.Key)
                .ToHashSet()
        );

    /// <summary>The sheets with something on them that are not signed, or not signed again.</summary>
    public async Task<IReadOnlyList<SheetKey>> UnsignedAsync(
        Guid cycle,
        CancellationToken cancellationToken
    )
    {
        var filled = await db
            .Ledger.Where(entry => entry.Cycle == cycle && entry.Sheet != null)
            .Where(entry =>
                !entry.Withdrawn && !db.Ledger.Any(later => later.Supersedes == entry.Id)
            )
            .Select(entry => new { entry.Sheet, Period = entry.Period ?? "" })
            .Distinct()
            .ToListAsync(cancellationToken);
        var begun = await OfAsync(cycle, cancellationToken);
        return
        [
            .. filled
                .Select(one => new SheetKey(one.Sheet!, one.Period))
                .Union(
                    begun
                        .Values.Where(sheet => sheet.CountsThrough is not null)
                        .Select(sheet => sheet.Key)
                )
                .Where(key => begun.GetValueOrDefault(key)?.State.Counts() != true)
                .OrderBy(key => key.Department, StringComparer.Ordinal)
                .ThenBy(key => key.Period, StringComparer.Ordinal),
        ];
    }

    /// <exception cref="SheetsMustBeSigned">With a problem for each.</exception>
    public static void MustBeSigned(IReadOnlyList<SheetKey> open)
    {
        if (open.Count > 0)
        {
            throw new SheetsMustBeSigned([
                .. open.Select(sheet => new Problem("sheetNotSigned", $"{sheet}")),
            ]);
        }
    }

    /// <summary>Whether a sheet counts only when the leader in charge has signed.</summary>
    public static bool NeedsSignature(Cycle cycle, Scheme scheme) =>
        scheme.Collection.Signature is not null || cycle.SheetsNeedSignature;

    /// <summary>The newest entry of the cycle's ledger; 0 before the first.</summary>
    public async Task<long> ThroughAsync(Guid cycle, CancellationToken cancellationToken) =>
        await db
            .Ledger.Where(entry => entry.Cycle == cycle)
            .MaxAsync(entry => (long?)entry.Id, cancellationToken)
        ?? 0;
}

/// <summary>Sheets that are submitted or signed.</summary>
public sealed class LockedSheets(IReadOnlySet<SheetKey> locked)
{
    public bool Contains(SheetKey? sheet) => sheet is not null && locked.Contains(sheet);

    /// <exception cref="SheetMustBeADraft">It is submitted or signed.</exception>
    public void MustAdmit(SheetKey? sheet)
    {
        if (Contains(sheet))
        {
            throw new SheetMustBeADraft($"{sheet}");
        }
    }
}
