using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

/// <summary>
/// What is absent leaves what is calculated from it absent, unless the scheme says otherwise at that place.
/// </summary>
public sealed class AbsenceTest
{
    private const string Late = "late: {title: 逾期件数, unit: 件, reportedBy: office}";
    private const string LateOrNot = "{fact: late, absent: excluded}";
    private static readonly Fact Done = new("a01", "done", 5);
    private static readonly Fact TwoLate = new("a01", "late", 2);

    /// <summary>A calculation of the item with the fact that may be absent.</summary>
    public static TheoryData<string, decimal> Calculations =>
        new()
        {
            { $"{{max: [0, {{difference: [5, {LateOrNot}]}}]}}", 3 },
            { $"{{min: [10, {LateOrNot}]}}", 2 },
            { $"{{sum: [1, {LateOrNot}]}}", 3 },
            { $"{{difference: [10, {LateOrNot}]}}", 8 },
            { $"{{product: [3, {LateOrNot}]}}", 6 },
            { $"{{ratio: [10, {LateOrNot}]}}", 5 },
            { $"{{weighted: [{{weight: 50%, of: 4}}, {{weight: 50%, of: {LateOrNot}}}]}}", 3 },
            { $"{{scale: {LateOrNot}, points: 100}}", 2 },
            { $"{{deduct: {LateOrNot}, from: 10, each: 2, floor: 0}}", 6 },
            { $"{{round: {{ratio: [{LateOrNot}, 3]}}, decimals: 0}}", 1 },
            {
                $"{{steps: {LateOrNot}, through: [{{to: 1, value: 10}}, {{to: 2, value: 7}}], otherwise: 4}}",
                7
            },
            { $"{{mean: [{LateOrNot}]}}", 2 },
            { $"{{median: [{LateOrNot}]}}", 2 },
            { $"{{firstPresent: [{LateOrNot}]}}", 2 },
        };

    private static ExampleScheme Calculating(string value) =>
        new()
        {
            Facts = Late,
            Value = value,
            More =
                "findings: [{code: done.few, detail: done, title: 办结不足, value: {fact: done, absent: 0}, atLeast: 1, clause: 一, quote: 一}]",
        };

    [Theory]
    [MemberData(nameof(Calculations))]
    public void AbsentPart_LeavesNoTotalAndIsFound(string value, decimal with)
    {
        // Of firstPresent nobody can say beforehand to how many points it comes.
        var scheme = Calculating($"{{firstPresent: [{value}]}}").Read();

        var there = ExampleScheme.Evaluate(scheme, [Done, TwoLate]);
        var absent = ExampleScheme.Evaluate(scheme, [Done]);

        Assert.Equal(with, there.Areas[0].Total);
        Assert.Empty(there.Findings);
        Assert.Null(absent.Areas[0].Total);
        Assert.Null(absent.Areas[0].Grade);
        Assert.Equal(
            ("fact.absent", "a01", "late"),
            Assert.Single(absent.Findings.Select(one => (one.Code, one.Subject, one.Detail)))
        );
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("4", 4)]
    public void AbsentPart_CountsAsTheSchemeSaysAtTheCalculation(string word, decimal expected)
    {
        var scheme = Calculating(
            $"{{max: [0, {{difference: [10, {LateOrNot}]}}], absent: {word}}}"
        );

        var result = scheme.Evaluate(Done);

        Assert.Equal(expected, result.Areas[0].Total);
        Assert.Empty(result.Findings);
        Assert.Equal(8, scheme.Evaluate(Done, TwoLate).Areas[0].Total);
    }

    [Fact]
    public void MissingFact_StaysMissingWhateverTheCalculationSays()
    {
        var scheme = Calculating(
            "{max: [0, {difference: [10, {fact: late, absent: missing}]}], absent: 4}"
        );

        var result = scheme.Evaluate(Done);

        Assert.Null(result.Areas[0].Total);
        Assert.Equal("fact.missing", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void CalculationThatMustHaveAValue_IsMissingWithoutOne()
    {
        var scheme = Calculating($"{{difference: [10, {LateOrNot}], absent: missing}}");

        var finding = Assert.Single(scheme.Evaluate(Done).Findings);

        Assert.Equal(("fact.missing", "late"), (finding.Code, finding.Detail));
    }

    [Fact]
    public void Mean_LeavesOutOnlyWhatTheSchemeLeavesOut()
    {
        var excluded = Calculating($"{{mean: [6, {LateOrNot}]}}");
        var divided = Calculating("{mean: [6, {ratio: [4, {fact: late, absent: 0}]}]}");

        Assert.Equal(6, excluded.Evaluate(Done).Areas[0].Total);
        Assert.Equal(4, divided.Evaluate(Done, TwoLate).Areas[0].Total);
        var result = divided.Evaluate(Done);
        Assert.Null(result.Areas[0].Total);
        Assert.Equal(
            ("fact.absent", "work"),
            Assert.Single(result.Findings.Select(one => (one.Code, one.Detail)))
        );
    }

    [Fact]
    public void AbsenceBehindOtherValues_IsSaidOnceOfTheFact()
    {
        var scheme = new ExampleScheme
        {
            Facts = Late,
            Measures =
                $"- {{id: shown, title: 备查, value: {{sum: [1, {LateOrNot}]}}, clause: 一, quote: 一}}",
            Value = "{sum: [shown, {round: shown, decimals: 0}, {fact: done, absent: missing}]}",
        };

        var result = scheme.Evaluate(Done);

        Assert.Equal(["late"], result.Findings.Select(one => one.Detail));
    }

    [Fact]
    public void AbsentValueOutsideTheTotal_IsNoFinding()
    {
        var scheme = new ExampleScheme
        {
            Facts = Late,
            More =
                $"progress: {{title: 进步, value: {{difference: [5, {LateOrNot}]}}, clause: 一, quote: 一}}",
        };

        var result = scheme.Evaluate(Done);

        Assert.Null(result.Areas[0].Progress);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void RequirementThatCannotBeChecked_IsAFinding()
    {
        var scheme = new ExampleScheme
        {
            Facts = Late,
            More =
                "findings: [{code: late.few, detail: late, title: 逾期, value: {fact: late, absent: missing}, atLeast: 1, clause: 一, quote: 一}]",
        };

        Assert.Equal("fact.missing", Assert.Single(scheme.Evaluate(Done).Findings).Code);
        Assert.Empty(scheme.Evaluate(Done, TwoLate).Findings);
    }

    [Theory]
    [InlineData("when: {value: {fact: late, absent: excluded}, atMost: 2}", "合格", 1, 2, 3)]
    [InlineData("unless: {value: {fact: late, absent: excluded}, above: 2}", "合格", 1, 2, 3)]
    [InlineData("when: {not: {value: {fact: late, absent: excluded}, above: 2}}", "合格", 1, 2, 3)]
    public void GradeThatHangsOnAnAbsentFact_IsNotGivenAndFound(
        string condition,
        string grade,
        int below,
        int at,
        int above
    )
    {
        var scheme = new ExampleScheme
        {
            Facts = Late,
            Grades =
                $"[{{name: 合格, {condition}, clause: 一, quote: 一}}, {{name: 不合格, clause: 一, quote: 一}}]",
        };

        var without = scheme.Evaluate(Done);

        Assert.Equal("不合格", without.Areas[0].Grade);
        Assert.Equal(
            ("fact.absent", "late"),
            Assert.Single(without.Findings.Select(one => (one.Code, one.Detail)))
        );
        Assert.Equal(
            [grade, grade, "不合格"],
            new[] { below, at, above }.Select(late => Grade(late))
        );

        string? Grade(int late)
        {
            var result = scheme.Evaluate(Done, new("a01", "late", late));
            Assert.Empty(result.Findings);
            return result.Areas[0].Grade;
        }
    }

    [Fact]
    public void ConditionThatIsDecidedWithoutTheAbsentFact_IsNoFinding()
    {
        var scheme = new ExampleScheme
        {
            Facts = Late,
            Grades =
                "[{name: 合格, when: {any: [{value: work, atLeast: 6}, {value: {fact: late, absent: excluded}, atMost: 2}]}, clause: 一, quote: 一}, {name: 不合格, clause: 一, quote: 一}]",
        };

        var decided = scheme.Evaluate(new Fact("a01", "done", 6));

        Assert.Equal("合格", decided.Areas[0].Grade);
        Assert.Empty(decided.Findings);
        Assert.Single(scheme.Evaluate(Done).Findings);
    }

    [Fact]
    public void AbsentTieBreak_RanksBehindAndIsFoundWhereItDecides()
    {
        var scheme = new ExampleScheme
        {
            Facts =
                "change: {title: 变化, unit: 分, range: {from: -10, to: 10}, reportedBy: office}",
            TieBreaks = "{title: 变化, value: {fact: change, absent: excluded}, decimals: 2}",
        };

        var tied = scheme.Evaluate(Done, new("a02", "done", 5), new("a02", "change", -3));
        var apart = scheme.Evaluate(Done, new("a02", "done", 6), new("a02", "change", -3));

        Assert.Equal([2, 1], tied.Areas.Select(area => area.Rank));
        Assert.Equal(
            ("fact.absent", "a01", "change"),
            Assert.Single(tied.Findings.Select(one => (one.Code, one.Subject, one.Detail)))
        );
        Assert.Equal([2, 1], apart.Areas.Select(area => area.Rank));
        Assert.Empty(apart.Findings);
    }

    [Fact]
    public void Ranks_GoOnAsOneWhereNobodyHasATieBreak()
    {
        var scheme = new ExampleScheme
        {
            Facts =
                "change: {title: 变化, unit: 分, range: {from: -10, to: 10}, reportedBy: office}",
            TieBreaks = "{title: 变化, value: {fact: change, absent: excluded}, decimals: 2}",
        };

        var result = scheme.Evaluate(Done, new Fact("a02", "done", 5));

        Assert.Equal([1, 1], result.Areas.Select(area => area.Rank));
        Assert.Equal(2, result.Findings.Count);
    }
}
