using Assessment.Contracts;
using Assessment.Persistence.Storage;
using MassTransit;

namespace Assessment.FactSources;

/// <summary>Takes the township's newest register.</summary>
public sealed class AreasChangedConsumer(ServiceDb db, IFactSource source) : IConsumer<AreasChanged>
{
    public async Task Consume(ConsumeContext<AreasChanged> context)
    {
        var cancellationToken = context.CancellationToken;
        var register = await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        if (register.Take(context.Message.Version, context.Message.Areas))
        {
            await db.SaveChangesAsync(cancellationToken);
            await source.OnRegisterChangedAsync(register, cancellationToken);
        }
    }
}
