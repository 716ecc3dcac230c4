using System.Text.Json;
using Assessment.Contracts;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Persistence.Messaging;

/// <summary>
/// A message that was decided on in a transaction and is still to be sent. The library that gives this on EF Core
/// is not to be had in closed networks; this is the small part of it that we need.
/// </summary>
public sealed class OutboxMessage : ITownshipOwned
{
    /// <summary>Grows in the order of writing.</summary>
    public long Id { get; private set; }

    /// <summary>Stays the same however often the message is sent, so that inboxes know it again.</summary>
    public Guid MessageId { get; private set; }

    public string Township { get; set; } = "";

    /// <summary>The contract's type name without namespace.</summary>
    public string Contract { get; private set; } = "";

    public string Body { get; private set; } = "";

    internal static OutboxMessage Of(ITownshipMessage message) =>
        new()
        {
            MessageId = Guid.CreateVersion7(),
            Township = message.Township,
            Contract = message.GetType().Name,
            Body = JsonSerializer.Serialize(message, message.GetType()),
        };

    internal object Read() => JsonSerializer.Deserialize(Body, ContractTypes.ByName(Contract))!;

    internal static void Configure(EntityTypeBuilder<OutboxMessage> entity)
    {
        entity.ToTable("outbox");
        entity.Property(message => message.Contract).HasMaxLength(128);
    }
}

/// <summary>Puts messages into the outbox; they leave when the transaction is committed, and never when it is not.</summary>
public static class OutboxExtensions
{
    /// <exception cref="InvalidOperationException">The message belongs to another township than the scope.</exception>
    public static void Send(this ServiceDb db, ITownshipMessage message)
    {
        if (message.Township != db.Township)
        {
            throw new InvalidOperationException(
                $"A message of township '{message.Township}' cannot be sent in the scope of '{db.Township}'."
            );
        }

        db.Outbox.Add(OutboxMessage.Of(message));
    }
}

internal static class ContractTypes
{
    private static readonly Dictionary<string, Type> Types = typeof(ITownshipMessage)
        .Assembly.GetTypes()
        .Where(type => type.IsClass && typeof(ITownshipMessage).IsAssignableFrom(type))
        .ToDictionary(type => type.Name);

    public static Type ByName(string name) =>
        Types.GetValueOrDefault(name)
        ?? throw new InvalidOperationException(
            $"The outbox holds a message of the unknown contract '{name}'."
        );
}
