using Assessment.Persistence.Messaging;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Ops;

/// <summary>发件箱: what is decided on and not yet sent.</summary>
/// <param name="Waiting">How many messages wait.</param>
/// <param name="OldestAgeSeconds">How long the oldest has waited; 0 when none waits.</param>
public sealed record OutboxState(int Waiting, double OldestAgeSeconds)
{
    internal static async Task<OutboxState> ReadAsync(
        ServiceDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var outbox = db.OfEveryTownship(db.Outbox);
        var waiting = await outbox.CountAsync(cancellationToken);
        var oldest = await outbox
            .OrderBy(message => message.Id)
            .Select(message => (Guid?)message.MessageId)
            .FirstOrDefaultAsync(cancellationToken);
        var age = oldest is { } id ? now - WrittenAt(id) : TimeSpan.Zero;
        return new OutboxState(waiting, Math.Max(0, Math.Round(age.TotalSeconds, 1)));
    }

    /// <summary>An id of version 7 begins with the milliseconds of its making.</summary>
    internal static DateTimeOffset WrittenAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        long milliseconds = 0;
        foreach (var part in bytes[..6])
        {
            milliseconds = (milliseconds << 8) | part;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
