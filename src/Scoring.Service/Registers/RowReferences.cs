using Assessment.Scoring.Events;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>Finds out whether anything is about a row, so that it cannot be said to have been a mistake.</summary>
internal sealed class RowReferences(ScoringDb db, FactLedger ledger, EventLedger events)
{
    /// <exception cref="RowIsReferredTo">Other rows, facts or events are about it.</exception>
    public async Task RefuseAsync(RegisterRow row, CancellationToken cancellationToken)
    {
        if (row.Register != AllRegisters.Areas.Name && row.Register != AllRegisters.Staff.Name)
        {
            return;
        }

        var found = new List<string>();
        foreach (var register in AllRegisters.InOrder)
        {
            var number = await db.RegisterRows.CountAsync(
                other =>
                    other.Cycle == row.Cycle
                    && other.Register == register.Name
                    && other.State != RowState.Withdrawn
                    && (other.Area == row.Key || other.Person == row.Key),
                cancellationToken
            );
            Add(found, number, $"条{register.Title}记录");
        }

        Add(
            found,
            await ledger
                .Holding(row.Cycle)
                .CountAsync(entry => entry.Subject == row.Key, cancellationToken),
            "条事实"
        );
        Add(
            found,
            await events
                .Alive(row.Cycle)
                .CountAsync(entry => entry.Subject == row.Key, cancellationToken),
            "条加减分事项"
        );
        if (found.Count > 0)
        {
            throw new RowIsReferredTo(string.Join("、", found));
        }
    }

    /// <summary>The keys of an area's or a person's rows that rows of the same scope are about.</summary>
    public async Task<HashSet<string>> KeysAsync(
        Register register,
        RegisterScope scope,
        CancellationToken cancellationToken
    )
    {
        var rows = db.RegisterRows.Where(row =>
            row.Cycle == scope.Cycle && row.State != RowState.Withdrawn
        );
        var keys =
            register == AllRegisters.Areas
                ? rows.Where(row => row.Area != null).Select(row => row.Area!)
            : register == AllRegisters.Staff
                ? rows.Where(row => row.Person != null).Select(row => row.Person!)
            : null;
        return keys is null
            ? []
            : (await keys.Distinct().ToListAsync(cancellationToken)).ToHashSet(
                StringComparer.Ordinal
            );
    }

    private static void Add(List<string> found, int number, string what)
    {
        if (number > 0)
        {
            found.Add($"{number} {what}");
        }
    }
}
