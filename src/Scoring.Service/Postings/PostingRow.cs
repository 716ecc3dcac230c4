namespace Assessment.Scoring.Postings;

/// <summary>任职: a person's post in an area, for a time.</summary>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included; null while it lasts.</param>
/// <param name="LeaveDays">病、事假天数 within it.</param>
public sealed record PostingRow(
    string Person,
    string Area,
    string Post,
    DateOnly From,
    DateOnly? To = null,
    int LeaveDays = 0
)
{
    /// <summary>Whether a day is in both.</summary>
    public bool Overlaps(PostingRow other) =>
        From <= (other.To ?? DateOnly.MaxValue) && other.From <= (To ?? DateOnly.MaxValue);

    public bool Holds(DateOnly day) => From <= day && day <= (To ?? DateOnly.MaxValue);
}
