using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Sheets;

/// <summary>Who submitted, returned, signed or reopened a sheet, when and why. Only added.</summary>
public sealed class SheetAct : ITownshipOwned, IWrittenOnce
{
    public long Id { get; private set; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Department { get; init; } = "";

    public string Period { get; init; } = "";

    public SheetStep Step { get; init; }

    /// <summary>The state after it.</summary>
    public SheetState State { get; init; }

    /// <summary>The newest entry of the ledger at that time.</summary>
    public long Through { get; init; }

    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>Why it was returned, reopened, or submitted incomplete; null otherwise.</summary>
    public string? Reason { get; init; }
}
