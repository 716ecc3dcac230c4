using Assessment.Scoring.Cycles;

namespace Assessment.Scoring.Registers;

/// <summary>From which days a change of a cycle's register can hold.</summary>
internal static class CycleDates
{
    /// <exception cref="DateMustBeInTheCycle">It is before the cycle's year, or neither in the year nor past.</exception>
    public static void MustHold(this Cycle cycle, DateOnly date, DateOnly today)
    {
        var first = new DateOnly(cycle.Year, 1, 1);
        // A retirement at the end of the year is known before it; a correction is made after it.
        var endOfYear = new DateOnly(cycle.Year, 12, 31);
        var last = today > endOfYear ? today : endOfYear;
        if (date < first || date > last)
        {
            throw new DateMustBeInTheCycle(first, last);
        }
    }
}
