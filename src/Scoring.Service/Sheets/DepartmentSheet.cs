using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Sheets;

/// <summary>
/// 科室评分表: what a department reports in a period. What is entered stands in the ledger at once and counts only once the
/// sheet is signed; while it is open again, what was signed last counts on.
/// </summary>
public sealed class DepartmentSheet : ITownshipOwned
{
    public const int ReasonLength = 500;

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Department { get; init; } = "";

    /// <summary>Empty where the department scores once a year.</summary>
    public string Period { get; init; } = "";

    public SheetState State { get; private set; }

    /// <summary>The newest entry of the ledger that counts; null before the sheet counts for the first time.</summary>
    public long? CountsThrough { get; private set; }

    public SheetKey Key => new(Department, Period);

    /// <param name="through">The newest entry of the ledger: what is on the sheet, where it counts from now on.</param>
    public SheetAct Take(
        SheetStep step,
        bool signatureNeeded,
        long through,
        string by,
        DateTimeOffset at,
        string? reason
    )
    {
        State = State.Take(step, Key, signatureNeeded);
        if (State.Counts())
        {
            CountsThrough = through;
        }

        return new SheetAct
        {
            Cycle = Cycle,
            Department = Department,
            Period = Period,
            Step = step,
            State = State,
            Through = through,
            By = by,
            At = at,
            Reason = reason,
        };
    }
}
