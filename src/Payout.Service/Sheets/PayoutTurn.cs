using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Sheets;

/// <summary>镇/街道: the turn that everything which makes sheets must take.</summary>
public sealed class PayoutTownship : ITownshipOwned
{
    public string Township { get; set; } = "";

    /// <summary>Counts the transactions that took the turn.</summary>
    public long Turn { get; private set; }
}

/// <summary>
/// Lets one transaction of a township at a time make sheets or change pay bases: otherwise a sheet could be made
/// without the bases that come in at the same moment, and nobody would make it again.
/// </summary>
public sealed class PayoutTurn(PayoutDb db)
{
    /// <summary>Waits for the turn; it ends with the transaction that must be open.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException(
                "The turn ends with a transaction, so there must be one."
            );
        }

        var taken = await db.Townships.ExecuteUpdateAsync(
            set => set.SetProperty(township => township.Turn, township => township.Turn + 1),
            cancellationToken
        );
        if (taken == 0)
        {
            // Two first transactions at once: the key lets one of them in, and the other is tried again.
            db.Townships.Add(new PayoutTownship());
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
