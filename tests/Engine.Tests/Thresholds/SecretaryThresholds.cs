using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>What both schemes for secretaries have: bands 2:6:2, the veto, and pay by band.</summary>
public abstract class SecretaryThresholds
{
    private readonly string _scheme;

    protected SecretaryThresholds(string scheme) => _scheme = scheme;

    /// <summary>So many secretaries with everything at 100.</summary>
    private protected TownshipFacts Secretaries(int people)
    {
        var facts = new TownshipFacts(_scheme, 1, 100m);
        for (var i = 1; i <= people; i++)
        {
            facts.Add(Secretary($"p{i:00}"), 100m);
        }

        return facts;
    }

    /// <summary>The same with different totals, p01 the best.</summary>
    private protected TownshipFacts Descending(int people)
    {
        var facts = Secretaries(people);
        for (var i = 1; i <= people; i++)
        {
            facts.SetEvery($"p{i:00}", "satisfaction", 101m - i);
        }

        return facts;
    }

    private protected static StaffMember Secretary(string id) =>
        new(id, "a01", "某人", "secretary") { Base = 1000, Months = 12 };

    private static AssessmentEvent Veto(string person) => new("v1", person, "veto");

    private static string BandsOf(TownshipFacts facts) =>
        string.Concat(facts.Evaluate().Staff.Select(person => person.Band![0]));

    // Cut points at 20% and 80% of n, half up; no whole n gives a half.
    [Theory]
    [InlineData("cuts 0.2 and 0.8", 1, "二")]
    [InlineData("cuts 0.4 and 1.6", 2, "二二")]
    [InlineData("cuts 0.6 and 2.4", 3, "一二三")]
    [InlineData("cuts 0.8 and 3.2", 4, "一二二三")]
    [InlineData("cuts 1 and 4", 5, "一二二二三")]
    [InlineData("cuts 1.2 and 4.8", 6, "一二二二二三")]
    [InlineData("cuts 1.4 and 5.6", 7, "一二二二二二三")]
    [InlineData("cuts 1.6 and 6.4", 8, "一一二二二二三三")]
    [InlineData("cuts 2 and 8", 10, "一一二二二二二二三三")]
    [InlineData("cuts 2.4 and 9.6", 12, "一一二二二二二二二二三三")]
    [InlineData("cuts 2.6 and 10.4", 13, "一一一二二二二二二二三三三")]
    [Threshold(
        "staff/classes/secretaries/bands/一档/share",
        "staff/classes/secretaries/bands/二档/share",
        "staff/classes/secretaries/bands/三档/share"
    )]
    public void Bands_AreCutAtTwentyAndEightyPercentHalfUp(string at, int n, string bands) =>
        Assert.Equal((at, bands), (at, BandsOf(Descending(n))));

    // Ten, cuts at 2 and 8, without a tie-break.
    [Theory]
    [InlineData("second and third tied", 3, "一一一二二二二二三三")]
    [InlineData("third and fourth tied", 4, "一一二二二二二二三三")]
    [InlineData("eighth and ninth tied", 9, "一一二二二二二二二三")]
    public void PersonTiedWithTheLastOfABand_IsInItToo(string at, int tied, string bands) =>
        Assert.Equal(
            (at, bands),
            (at, BandsOf(Descending(10).SetEvery($"p{tied:00}", "satisfaction", 101m - (tied - 1))))
        );

    // Four: cuts at 1 and 3. Whoever has a veto is last, in the third band and unqualified.
    [Theory]
    [InlineData("nobody", null, "1 2 3 4", "一二二三")]
    [InlineData("the last", 4, "1 2 3 4", "一二二三")]
    [InlineData("the first: the others move up", 1, "4 1 2 3", "三一二二")]
    [Threshold(
        "staff/classes/secretaries/rank/below",
        "staff/classes/secretaries/bands/三档/always"
    )]
    public void Vetoed_IsBelowEverybodyElseInTheThirdBand(
        string at,
        int? vetoed,
        string ranks,
        string bands
    )
    {
        var facts = Descending(4);
        if (vetoed is { } one)
        {
            facts.Add(Veto($"p{one:00}"));
        }

        var staff = facts.Evaluate().Staff;

        Assert.Equal((at, ranks), (at, string.Join(' ', staff.Select(person => person.Rank))));
        Assert.Equal((at, bands), (at, BandsOf(facts)));
        Assert.Equal(
            vetoed is { } other ? [$"p{other:00}"] : [],
            staff.Where(person => person.Grade == "不合格").Select(person => person.Id)
        );
    }

    // Two: cuts 0.4 and 1.6, so that the second would be in the second band but for the veto.
    [Fact]
    public void VetoedWithinTheSecondBandsCut_IsInTheThirdAllTheSame() =>
        Assert.Equal("三二", BandsOf(Descending(2).Add(Veto("p01"))));

    // Alone in the second band: base × 1 × 6 ÷ 12.
    [Theory]
    [InlineData("100.0045", 200.009, 100.00)]
    [InlineData("100.005", 200.01, 100.01)]
    [InlineData("100.0055", 200.011, 100.01)]
    [Threshold("payout/amounts/performance/amount")]
    public void Amount_IsRoundedHalfUpToTheFen(string at, decimal payBase, decimal amount)
    {
        var person = Secretary("p01") with { Base = payBase, Months = 6 };

        var result = new TownshipFacts(_scheme, 1, 100m).Add(person, 100m).Evaluate();

        Assert.Equal((at, amount), (at, result.Payouts.Lines[0].Amount?.Yuan));
    }

    private protected void RangeIsHeld(string item, decimal least, decimal most) =>
        FactRange.IsHeld(() => Secretaries(1), "p01", item, least, most);
}
