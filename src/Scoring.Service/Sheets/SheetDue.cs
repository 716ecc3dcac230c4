using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Sheets;

/// <summary>报送期限: until when the sheets of a period are to be submitted.</summary>
public sealed class SheetDue : ITownshipOwned
{
    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Empty for what is scored once a year.</summary>
    public string Period { get; init; } = "";

    public DateOnly Due { get; set; }
}
