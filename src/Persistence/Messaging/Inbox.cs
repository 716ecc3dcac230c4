using Assessment.Contracts;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Persistence.Messaging;

/// <summary>A message that a consumer has worked through. A second arrival finds this and does nothing.</summary>
public sealed class InboxEntry : ITownshipOwned
{
    public Guid MessageId { get; init; }

    public string Township { get; set; } = "";

    public string Queue { get; init; } = "";

    public DateTimeOffset ConsumedAt { get; init; }

    internal static void Configure(EntityTypeBuilder<InboxEntry> entity)
    {
        entity.ToTable("inbox");
        entity.HasKey(entry => new { entry.MessageId, entry.Queue });
        entity.Property(entry => entry.Queue).HasMaxLength(200);
        entity.HasIndex(entry => entry.ConsumedAt);
    }
}

/// <summary>
/// Runs every consumer inside its message's township and in one transaction with the inbox entry and the outbox: the
/// message takes effect once and whole, however often it arrives and wherever the process dies.
/// </summary>
public sealed class InboxFilter<TMessage>(ServiceDb db, TownshipScope township, TimeProvider time)
    : IFilter<ConsumeContext<TMessage>>
    where TMessage : class
{
    public async Task Send(ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next)
    {
        township.Enter(TownshipHeader.Check(context));
        var id =
            context.MessageId
            ?? throw new InvalidOperationException(
                "A message without an id cannot be distinguished from its copies."
            );
        var queue = context.ReceiveContext.InputAddress.AbsolutePath;
        var cancellationToken = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            await db.Inbox.AnyAsync(
                entry => entry.MessageId == id && entry.Queue == queue,
                cancellationToken
            )
        )
        {
            // Otherwise the transport would take it for a message that nobody wants, and keep it as skipped.
            await context.NotifyConsumed(TimeSpan.Zero, nameof(InboxFilter<TMessage>));
            return;
        }

        db.Inbox.Add(
            new InboxEntry
            {
                MessageId = id,
                Queue = queue,
                ConsumedAt = time.GetUtcNow(),
            }
        );
        await next.Send(context);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}
