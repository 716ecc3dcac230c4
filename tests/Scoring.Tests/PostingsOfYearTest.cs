using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Scoring.Postings;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>In which posting somebody is assessed, and how many months count.</summary>
public sealed class PostingsOfYearTest
{
    private const int Year = 2024;
    private static readonly StaffMember Person = new("p1", "a0", "张三", "p0");
    private static readonly Citation Clause = CaseFiles.Scheme("danan-2017").Postings!.Citation;

    [Fact]
    public void MonthBelongsToThePostingHeldOnThe15th()
    {
        var assessed = Assess(
            new("p1", "a1", "q1", Day(1, 1), Day(4, 14)),
            new("p1", "a2", "q2", Day(4, 15), Day(6, 15))
        );

        Assert.Equal(("a2", "q2", 6), (assessed.Area, assessed.Post, assessed.Months));
    }

    [Fact]
    public void DayAfterThe15th_LeavesTheMonthToTheFormerPosting()
    {
        var assessed = Assess(
            new("p1", "a1", "q1", Day(1, 1), Day(4, 15)),
            new("p1", "a2", "q2", Day(4, 16), Day(6, 15))
        );

        Assert.Equal(("a1", 6), (assessed.Area, assessed.Months));
    }

    [Theory]
    [InlineData(PostingTies.Later, "a2")]
    [InlineData(PostingTies.Earlier, "a1")]
    public void OfEquallyLongPostings_TheSchemeSaysWhich(PostingTies ties, string area) =>
        Assert.Equal(
            area,
            PostingsOfYear
                .Assess(
                    Person,
                    [
                        new("p1", "a1", "q1", Day(1, 1), Day(6, 30)),
                        new("p1", "a2", "q2", Day(7, 1)),
                    ],
                    Rule(ties),
                    Year
                )
                .Area
        );

    [Theory]
    [InlineData(29, 12, 0)]
    [InlineData(30, 11, 1)]
    [InlineData(59, 11, 1)]
    [InlineData(60, 10, 2)]
    public void LeaveCountsInWholeMonthsOf30Days(int days, int months, int leave)
    {
        var assessed = Assess(new PostingRow("p1", "a1", "q1", Day(1, 1), null, days));

        Assert.Equal((months, leave), (assessed.Months, assessed.LeaveMonths));
    }

    [Fact]
    public void PostingsOfOtherYears_DoNotCount()
    {
        var assessed = Assess(
            new("p1", "a1", "q1", new DateOnly(2020, 1, 1), new DateOnly(2023, 12, 31)),
            new("p1", "a2", "q2", Day(11, 1)),
            new("p1", "a3", "q3", new DateOnly(2025, 1, 1), null)
        );

        Assert.Equal(("a2", 2), (assessed.Area, assessed.Months));
        Assert.Same(Person, Assess());
    }

    [Fact]
    public void MonthsAndPosting_AreThoseOfACountMonthByMonth()
    {
        var random = new Random(15);
        for (var i = 0; i < 1000; i++)
        {
            var postings = Draw(random);
            // Who holds a posting on each month's 15th; of the longest the last one.
            var holders = Enumerable
                .Range(1, 12)
                .Select(month => postings.FindLastIndex(one => one.From <= Day(month, 15)))
                .Where(holder => holder >= 0)
                .ToList();
            var longest = holders
                .GroupBy(holder => holder)
                .OrderByDescending(group => group.Count())
                .ThenByDescending(group => group.Key)
                .Select(group => group.Key)
                .FirstOrDefault(postings.Count - 1);

            var assessed = Assess([.. postings]);

            Assert.Equal((holders.Count, $"a{longest}"), (assessed.Months, assessed.Area));
        }
    }

    /// <summary>One to three postings, each until the next.</summary>
    private static List<PostingRow> Draw(Random random)
    {
        var begins = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(_ => new DateOnly(Year, 1, 1).AddDays(random.Next(366)))
            .Distinct()
            .Order()
            .ToList();
        return
        [
            .. begins.Select(
                (from, i) =>
                    new PostingRow(
                        "p1",
                        $"a{i}",
                        "q",
                        from,
                        i + 1 < begins.Count ? begins[i + 1].AddDays(-1) : null
                    )
            ),
        ];
    }

    private static StaffMember Assess(params PostingRow[] postings) =>
        PostingsOfYear.Assess(Person, postings, Rule(PostingTies.Later), Year);

    private static Engine.Language.Postings Rule(PostingTies ties) =>
        new(15, AssessedPosting.Longest, ties, PaidPosting.PerPosting, Clause);

    private static DateOnly Day(int month, int day) => new(Year, month, day);
}
