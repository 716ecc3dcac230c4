using Assessment.Engine.Forms;

namespace Assessment.Engine.Tests.Panels;

public sealed class BandFormTest
{
    private static readonly ScoringForm Assessment = Form("jingan-guidance", "assessment");
    private static readonly ScoringForm Line = Form("danan-2017", "line");

    [Theory]
    [InlineData(10, 2, null)]
    [InlineData(10, 3, "form-band-full")]
    [InlineData(9, 1, null)]
    [InlineData(9, 2, "form-band-full")]
    [InlineData(5, 1, null)]
    [InlineData(5, 2, "form-band-full")]
    [InlineData(4, 4, null)]
    public void BestBand_MayHaveAtMostAFifthRoundedDown_FromFiveOn(
        int forms,
        int best,
        string? code
    )
    {
        var entries = Enumerable
            .Range(0, forms)
            .Select(i => new Mark($"a{i}", i < best ? 95m : 80m));

        var problems = Assessment.Check([.. entries]).Problems;

        Assert.Equal(code is null ? [] : [code], problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("100", "A", null)]
    [InlineData("90", "A", null)]
    [InlineData("89.5", "A", "form-band-mismatch")]
    [InlineData("89.5", "B", null)]
    [InlineData("59.9", "D", null)]
    [InlineData("0", "D", null)]
    [InlineData("100.1", "A", "form-score-outside")]
    [InlineData("-0.1", "D", "form-score-outside")]
    public void Score_HasToBeInTheBandThatWasTicked(string score, string band, string? code)
    {
        var entries = Enumerable
            .Range(0, 9)
            .Select(i => new Mark($"b{i}", 65m, "C"))
            .Append(new("a", decimal.Parse(score, provider: null), band));

        var problems = Assessment.Check([.. entries]).Problems;

        Assert.Equal(code is null ? [] : [code], problems.Select(problem => problem.Code));
        Assert.All(problems, problem => Assert.Equal("a", problem.Subject));
    }

    /// <summary>Where no band takes any number, what is too many goes to where there is room, from the worst band up.</summary>
    [Theory]
    [InlineData(10, 0, "2 4 4")]
    [InlineData(6, 4, "2 4 4")]
    [InlineData(2, 8, "2 6 2")]
    [InlineData(0, 10, "0 6 4")]
    public void BandsThatAreAllLimited_AreFilledFromTheWorst(int best, int middle, string places)
    {
        var form = new BandForm(
            "all-limited",
            "各档均有名额",
            [
                new("A", new(90, 100), new(0.2m, 1), Share: null),
                new("B", new(70, 89), new(0.6m, 1), Share: null),
                new("C", new(0, 69), new(0.4m, 1), Share: null),
            ],
            new("一", "一", Chosen: null)
        );
        var marks = Enumerable
            .Range(0, best)
            .Select(i => new Mark($"a{i}", 95m))
            .Concat(Enumerable.Range(0, middle).Select(i => new Mark($"b{i}", 80m)))
            .ToList();

        var changes = form.Check(marks).Changes;

        var after = marks.ToDictionary(mark => mark.Subject, mark => mark.Score);
        foreach (var change in changes)
        {
            after[change.Subject] = change.Becomes.Score;
        }

        Assert.Equal(
            places,
            $"{after.Values.Count(score => score >= 90)} {after.Values.Count(score => score is >= 70 and < 90)} {after.Values.Count(score => score < 70)}"
        );
    }

    [Theory]
    [InlineData(3, 5, 2, 0)]
    [InlineData(2, 2, 1, 0)]
    [InlineData(3, 5, 2, 4)]
    public void SplitOfThreeFiveTwo_WithCutsHalfUp_IsTaken(
        int good,
        int fair,
        int plain,
        int failed
    ) => Assert.Empty(Line.Check(Split(good, fair, plain, failed)).Problems);

    [Theory]
    [InlineData(4, 4, 2, 2)]
    [InlineData(1, 3, 1, 2)]
    [InlineData(10, 0, 0, 3)]
    public void AnotherSplit_IsRefusedBandByBand(int good, int fair, int plain, int problems) =>
        Assert.Equal(
            Enumerable.Repeat("form-split-broken", problems),
            Line.Check(Split(good, fair, plain, 0)).Problems.Select(problem => problem.Code)
        );

    /// <summary>Of three marks 5:3:2 is 2, 0, 1; of two it is 1, 1, 0, which takes one change and not two.</summary>
    [Fact]
    public void SplitThatFewerMarksKeepSooner_IsMendedByOneOutsideIt()
    {
        var form = new BandForm(
            "f",
            "表",
            [
                new("优", new(9m, 10m), null, 0.5m),
                new("良", new(7m, 8m), null, 0.3m),
                new("中", new(5m, 6m), null, 0.2m),
                new("差", new(0m, 4m), null, null),
            ],
            new("一", "", null)
        );

        var report = form.Check([new("a", 9m), new("b", 8m), new("c", 7m)]);

        Assert.Equal(["c"], report.Changes.Select(change => change.Subject));
        Assert.Equal(0m, report.Changes[0].Becomes.Score);
    }

    private static Mark[] Split(int good, int fair, int plain, int failed) =>
        [
            .. Entries("g", good, 48m),
            .. Entries("f", fair, 44m),
            .. Entries("p", plain, 40m),
            .. Entries("n", failed, 39.9m),
        ];

    private static IEnumerable<Mark> Entries(string name, int count, decimal score) =>
        Enumerable.Range(0, count).Select(i => new Mark($"{name}{i}", score));

    private static ScoringForm Form(string scheme, string id) =>
        SchemeFolder.Read(scheme).Collection.Panels.First(panel => panel.Form.Id == id).Form;
}
