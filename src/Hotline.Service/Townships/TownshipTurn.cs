using Assessment.Hotline.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Townships;

/// <summary>
/// Lets one transaction of a township at a time change tickets and report rates: two at once would each reckon without
/// the other's tickets, and the report with the higher version could be the one that lacks some.
/// </summary>
public sealed class TownshipTurn(HotlineDb db)
{
    /// <summary>Waits for the turn; it ends with the transaction that must be open.</summary>
    public async Task<HotlineTownship> TakeAsync(CancellationToken cancellationToken)
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
            db.Townships.Add(new HotlineTownship());
            await db.SaveChangesAsync(cancellationToken);
        }

        return await db.Townships.SingleAsync(cancellationToken);
    }
}
