using Assessment.ServiceDefaults.Townships;

namespace Assessment.Hotline.Rates;

/// <summary>What was last reported to Scoring of an area in a cycle. The version grows in the transaction of the report.</summary>
public sealed class AreaReport : ITownshipOwned
{
    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Area { get; init; } = "";

    public long Version { get; set; }

    public string FactsJson { get; set; } = "[]";
}
