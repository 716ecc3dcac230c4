using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Rule = Assessment.Engine.Language.Postings;

namespace Assessment.Scoring.Postings;

/// <summary>
/// Finds the posting in which a person is assessed, and the months worked. Pure. A month belongs to the posting that is
/// held on the scheme's day of it; the months of a posting are those less the whole months of leave in it.
/// </summary>
public static class PostingsOfYear
{
    /// <summary>Whole months of leave: chosen, since leave is counted in days and no document says how many make a month.</summary>
    private const int DaysOfAMonth = 30;

    private const int MonthsOfAYear = 12;

    /// <returns>The person with area, post and months of the postings; unchanged without any, or where the scheme asks for none.</returns>
    public static StaffMember Assess(
        StaffMember person,
        IReadOnlyCollection<PostingRow> postings,
        Rule? rule,
        int year
    )
    {
        var held = postings
            .OrderBy(posting => posting.From)
            .Where(posting => Touches(posting, year))
            .Select(posting => (Posting: posting, Months: MonthsOf(posting, rule, year)))
            .ToList();
        if (rule is null || held.Count == 0)
        {
            return person;
        }

        var assessed = rule.Assessed switch
        {
            AssessedPosting.Last => held[^1],
            _ => Longest(held, rule.Ties == PostingTies.Later),
        };
        return person with
        {
            Area = assessed.Posting.Area,
            Post = assessed.Posting.Post,
            Months = held.Sum(one => one.Months.Worked),
            LeaveMonths = held.Sum(one => one.Months.Leave),
        };
    }

    private static (PostingRow Posting, HeldMonths Months) Longest(
        List<(PostingRow Posting, HeldMonths Months)> held,
        bool laterOfEqual
    )
    {
        var longest = held.Max(one => one.Months.Worked);
        return laterOfEqual
            ? held.FindLast(one => one.Months.Worked == longest)
            : held.Find(one => one.Months.Worked == longest);
    }

    private static HeldMonths MonthsOf(PostingRow posting, Rule? rule, int year)
    {
        var held = Enumerable
            .Range(1, MonthsOfAYear)
            .Count(month => posting.Holds(new DateOnly(year, month, rule?.MonthOn ?? 1)));
        var leave = Math.Min(held, posting.LeaveDays / DaysOfAMonth);
        return new HeldMonths(held - leave, leave);
    }

    private static bool Touches(PostingRow posting, int year) =>
        posting.From <= new DateOnly(year, MonthsOfAYear, 31)
        && (posting.To ?? DateOnly.MaxValue) >= new DateOnly(year, 1, 1);

    private sealed record HeldMonths(int Worked, int Leave);
}
