using System.Security.Claims;
using Assessment.Engine.Language;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Sheets;

/// <summary>Takes a step with sheets, all or none. Whoever calls has locked the cycle.</summary>
public sealed class SheetStepping(
    ScoringDb db,
    SheetStore sheets,
    FactLedger ledger,
    RegisterReading registers,
    TimeProvider time
)
{
    /// <param name="reason">Why; of a submission why it is incomplete, null where it is not.</param>
    /// <exception cref="SheetsMustBeComplete">Something is missing, and nobody says why.</exception>
    /// <exception cref="SheetMustBeSignedByAnother">Who submitted a sheet does not sign it.</exception>
    public async Task TakeAsync(
        Cycle cycle,
        Scheme scheme,
        IReadOnlyList<SheetSpec> specs,
        SheetStep step,
        string? reason,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (step == SheetStep.Submit && reason is null)
        {
            await MustBeCompleteAsync(cycle.Id, specs, cancellationToken);
        }

        var begun = await sheets.OfAsync(cycle.Id, cancellationToken);
        var needed = SheetStore.NeedsSignature(cycle, scheme);
        var through = await sheets.ThroughAsync(cycle.Id, cancellationToken);
        foreach (var key in specs.Select(spec => spec.Key))
        {
            if (!begun.TryGetValue(key, out var sheet))
            {
                sheet = new DepartmentSheet
                {
                    Cycle = cycle.Id,
                    Department = key.Department,
                    Period = key.Period,
                };
                db.Sheets.Add(sheet);
            }

            if (step == SheetStep.Sign)
            {
                await MustBeAnotherAsync(cycle.Id, key, caller, cancellationToken);
            }

            var (before, countedThrough) = (sheet.State, sheet.CountsThrough ?? 0);
            var act = sheet.Take(
                step,
                needed,
                through,
                caller.UserName(),
                time.GetUtcNow(),
                reason
            );
            db.SheetActs.Add(act);
            if (sheet.CountsThrough > countedThrough)
            {
                // Results from before are outdated where something on the sheet counts anew.
                cycle.FactsVersion += await ledger.AddedAsync(
                    cycle.Id,
                    key,
                    countedThrough,
                    cancellationToken
                );
            }

            db.Record(SheetRecords.Taken(cycle.Id, key, before, act));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MustBeCompleteAsync(
        Guid cycle,
        IReadOnlyList<SheetSpec> specs,
        CancellationToken cancellationToken
    )
    {
        var areas = await registers.AreasAsync(new RegisterScope(cycle), cancellationToken);
        var held = new HashSet<(string, string, string, string)>();
        foreach (var spec in specs)
        {
            var entries = await ledger.OnSheetAsync(cycle, spec.Key, cancellationToken);
            held.UnionWith(
                entries
                    .Values.Where(entry => !entry.Withdrawn)
                    .Select(entry =>
                        (spec.Key.Department, spec.Key.Period, entry.Item, entry.Subject)
                    )
            );
        }

        var names = areas.ToDictionary(area => area.Id, area => area.Name, StringComparer.Ordinal);
        List<Problem> missing =
        [
            .. specs.SelectMany(spec =>
                SheetReading
                    .MissingCellsOf(spec, [.. areas.Select(area => area.Id)], held)
                    .Select(one => new Problem(
                        "missing",
                        $"{spec.Key} {one.Title}：{string.Join("、", one.Subjects.Select(id => names[id]))}",
                        Line: null,
                        one.Item
                    ))
            ),
        ];
        if (missing.Count > 0)
        {
            throw new SheetsMustBeComplete(missing);
        }
    }

    private async Task MustBeAnotherAsync(
        Guid cycle,
        SheetKey key,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var submittedBy = await db
            .SheetActs.Where(act =>
                act.Cycle == cycle
                && act.Department == key.Department
                && act.Period == key.Period
                && act.Step == SheetStep.Submit
            )
            .OrderByDescending(act => act.Id)
            .Select(act => act.By)
            .FirstOrDefaultAsync(cancellationToken);
        if (submittedBy == caller.UserName())
        {
            throw new SheetMustBeSignedByAnother($"{key}");
        }
    }
}
