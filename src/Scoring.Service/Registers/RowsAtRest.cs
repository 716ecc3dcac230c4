using Assessment.Scoring.Events;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>Finds out whether anything is about a row, so that it cannot be said to have been a mistake.</summary>
internal sealed class RowsAtRest(ScoringDb db, FactLedger ledger, EventLedger events)
{
    /// <exception cref="RowIsRestedOn">Other rows, facts or events are about it.</exception>
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
                .Holding(row.Cycle)
                .CountAsync(entry => entry.Subject == row.Key, cancellationToken),
            "条加减分事项"
        );
        if (found.Count > 0)
        {
            throw new RowIsRestedOn(string.Join("、", found));
        }
    }

    private static void Add(List<string> found, int number, string what)
    {
        if (number > 0)
        {
            found.Add($"{number} {what}");
        }
    }
}
