using Assessment.FactSources;
using Assessment.Hotline.Attribution;
using Assessment.Hotline.Storage;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Rates;

/// <summary>
/// The hotline as a source of facts. Rates are reported in the transaction that changes them, so there is never anything
/// to catch up with; and everything that changes them locks the township, since a ticket counts by its date, whichever
/// cycle's file brings it.
/// </summary>
public sealed class RateSource(HotlineDb db, RateReports reports) : IFactSource
{
    public const string Name = "hotline";

    public bool SharesImports => true;

    public async Task<bool> LockAsync(Guid cycle, CancellationToken cancellationToken)
    {
        await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        return await db.Cycles.AnyAsync(known => known.Id == cycle, cancellationToken);
    }

    public Task ReportAsync(Guid cycle, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives waiting tickets the area that is known now.</summary>
    public async Task OnRegisterChangedAsync(
        RegisterCopy register,
        Guid? cycle,
        CancellationToken cancellationToken
    )
    {
        await WaitingTickets.AttributeAsync(db, register, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await reports.SendChangedAsync(register, cancellationToken);
    }
}
