using Assessment.Hotline.Tickets;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Hotline.ExclusionReview;

/// <summary>One step of a ticket's exclusion (剔除) taken in this system: by whom, when and why. Never changed or deleted.</summary>
public sealed class ExclusionStep : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public string Number { get; init; } = "";

    public Exclusion State { get; init; }

    public ExclusionReason Reason { get; init; }

    public string? Note { get; init; }

    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
