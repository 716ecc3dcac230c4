using Assessment.Contracts;
using Assessment.Persistence.Storage;
using MassTransit;

namespace Assessment.FactSources;

/// <summary>Takes the newest register of the township or of a cycle.</summary>
public sealed class AreasChangedConsumer(ServiceDb db, IFactSource source) : IConsumer<AreasChanged>
{
    public async Task Consume(ConsumeContext<AreasChanged> context)
    {
        var cancellationToken = context.CancellationToken;
        var register = await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        var changed = context.Message;
        if (register.Take(changed.Cycle, changed.Version, changed.Areas))
        {
            await db.SaveChangesAsync(cancellationToken);
            await source.OnRegisterChangedAsync(register, changed.Cycle, cancellationToken);
        }
    }
}
