using Assessment.Contracts;
using Assessment.Hotline.Tickets;
using Assessment.ServiceDefaults.Time;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Hotline.Cycles;

/// <summary>考核周期, as far as tickets are concerned: which of them count.</summary>
public sealed class HotlineCycle : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public string Title { get; init; } = "";

    /// <summary>First part of the reported facts' items; null where the scheme counts no tickets.</summary>
    public string? Item { get; init; }

    /// <summary>The item of the fact that counts the tickets; empty where the scheme counts none.</summary>
    public string TicketsItem { get; init; } = "";

    /// <summary>First day of the window, included.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day of the window, included: people who say "to 31 December" mean that day too.</summary>
    public DateOnly To { get; init; }

    public List<string> Sources { get; init; } = [];

    /// <summary>演练: it counts the same tickets as the real cycle, and keeps none of them from being changed.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>撤销: since when nothing is taken for it; null where it is not cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>When its result became final (生效); null before.</summary>
    public DateTimeOffset? FinalAt { get; private set; }

    /// <summary>Number of the newest correction (更正) that was opened, and of the newest that has ended; 0 where there is none.</summary>
    public long CorrectionOpened { get; private set; }

    /// <inheritdoc cref="CorrectionOpened"/>
    public long CorrectionEnded { get; private set; }

    /// <summary>Whether its tickets may be changed: until its result is final, and while that is being corrected.</summary>
    public bool TakesTickets => FinalAt is null || CorrectionOpened > CorrectionEnded;

    public DateTimeOffset Begin => ChinaTime.StartOf(From);

    /// <summary>The first moment after the window.</summary>
    public DateTimeOffset End => ChinaTime.StartOf(To.AddDays(1));

    public static HotlineCycle Of(CycleOpened opened) =>
        new()
        {
            Id = opened.Cycle,
            Title = opened.Title,
            IsRehearsal = opened.IsRehearsal,
            Item = opened.Plan.Hotline?.Item,
            TicketsItem = opened.Plan.Hotline?.TicketsItem ?? "",
            // Without a window the tickets of the year are still to be looked at, though none counts.
            From = opened.Plan.Hotline?.From ?? new DateOnly(opened.Year, 1, 1),
            To = opened.Plan.Hotline?.To ?? new DateOnly(opened.Year, 12, 31),
            Sources = [.. opened.Plan.Hotline?.Sources ?? []],
        };

    public bool Covers(Ticket ticket) => Covers(ticket.ReceivedAt, ticket.Source);

    public bool Covers(DateTimeOffset receivedAt, string source) =>
        Item is not null && Begin <= receivedAt && receivedAt < End && Sources.Contains(source);

    public void Close(DateTimeOffset at) => FinalAt ??= IsRehearsal ? null : at;

    /// <summary>Numbers grow, and only grow here, so that it does not matter in which order the messages arrive, or how often.</summary>
    public void OpenCorrection(long number) =>
        CorrectionOpened = Math.Max(CorrectionOpened, number);

    /// <inheritdoc cref="OpenCorrection"/>
    public void EndCorrection(long number) => CorrectionEnded = Math.Max(CorrectionEnded, number);
}
