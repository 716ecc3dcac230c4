using Assessment.ServiceDefaults.Townships;

namespace Assessment.Hotline.Attribution;

/// <summary>A person's word on the area to which a ticket belongs (归属). Never changed or deleted; the newest holds.</summary>
public sealed class AttributionStep : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public string Number { get; init; } = "";

    public string Area { get; init; } = "";

    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
