using Assessment.Engine.Facts;
using Assessment.Engine.Forms;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Tests.Panels;

/// <summary>Which sheets are taken, and what each that is not is told.</summary>
public sealed class BallotBoxTest
{
    private static readonly Scheme Jingan = SchemeFolder.Read("jingan-guidance");

    private static readonly FactSet Register = new(
        Jingan.Id,
        Jingan.Year,
        [new("a1", "一", 900, 30), new("a2", "二", 900, 30)],
        [
            new("s1", "a1", "", "secretary"),
            new("d1", "a1", "", "director"),
            new("w1", "a1", "", "socialWorker"),
            new("w2", "a1", "", "socialWorker"),
            new("s2", "a2", "", "secretary"),
        ],
        [],
        []
    );

    [Theory]
    [InlineData("masses", "a1", "a1 areas, d1 heads, s1 heads, w1 others, w2 others")]
    [InlineData("internal.heads", "a2", "s2 heads")]
    [InlineData("peer", null, "a1 areas, a2 areas")]
    public void Roll_HasWhoIsRatedInTheUnit(string panel, string? unit, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                Box(panel, unit, 5)
                    .Roll.Subjects.OrderBy(one => one.Key, StringComparer.Ordinal)
                    .Select(one => $"{one.Key} {one.Value}")
            )
        );

    [Fact]
    public void PanelOfEachArea_IsNotHeldForTheTownship()
    {
        Assert.Throws<ArgumentException>(() => Box("masses", null, 5));
        Assert.Throws<ArgumentException>(() => Box("peer", "a1", 5));
    }

    [Theory]
    [InlineData("peer", null, "a1", "a2 80", "")]
    [InlineData("peer", null, "a1", "a1 80", "sheet-self")]
    [InlineData("peer", null, "a9", "a2 80", "sheet-rater-unknown")]
    [InlineData("peer", null, null, "a2 80", "sheet-rater-missing")]
    [InlineData("peer", null, "a1", "a2 101", "form-score-outside")]
    [InlineData("peer", null, "a1", "a2 ", "form-mark-missing")]
    [InlineData("peer", null, "a1", "", "sheet-empty")]
    [InlineData("masses", "a1", null, "a1 80,w1 70", "")]
    [InlineData("masses", "a1", "somebody", "a1 80", "sheet-rater-told")]
    [InlineData("masses", "a1", null, "a2 80", "sheet-subject-unknown")]
    [InlineData("masses", "a1", null, "a1 80,a1 80", "sheet-subject-twice")]
    [InlineData("head", "a1", "书记", "w1 80,w2 90", "")]
    [InlineData("head", "a1", "副书记", "w1 80", "sheet-rater-unknown")]
    public void Sheet_IsTakenOrTold(
        string panel,
        string? unit,
        string? rater,
        string marks,
        string expected
    )
    {
        var report = Box(panel, unit, 5).Cast(Sheet("1", rater, marks));

        Assert.Equal(expected, string.Join(' ', report.Problems.Select(problem => problem.Code)));
    }

    [Fact]
    public void TheSameSheetAgain_ChangesNothing_OtherMarksUnderItsNumberAreRefused()
    {
        var box = Box("masses", "a1", 5);
        box.Cast(Sheet("1", null, "a1 80,w1 70"));

        Assert.True(box.Cast(Sheet("1", null, "w1 70,a1 80")).IsKept);
        Assert.Equal(
            "sheet-number-used",
            box.Cast(Sheet("1", null, "a1 81,w1 70")).Problems.Single().Code
        );
        Assert.Single(box.Valid);
    }

    [Fact]
    public void NoMoreSheetsThanEntitledPeople_AndOneForEachRater()
    {
        var masses = Box("masses", "a1", 2);
        masses.Cast(Sheet("1", null, "a1 101"));
        masses.Cast(Sheet("2", null, "a1 80"));
        masses.Cast(Sheet("3", null, "a1 80"));
        Assert.Equal(
            "sheet-over-entitled",
            masses.Cast(Sheet("4", null, "a1 80")).Problems.Single().Code
        );

        var peer = Box("peer", null, 2);
        peer.Cast(Sheet("1", "a1", "a2 80"));
        Assert.Equal(
            "sheet-rater-twice",
            peer.Cast(Sheet("2", "a1", "a2 90")).Problems.Single().Code
        );
    }

    [Fact]
    public void ReportNamesTheSubjectsAndTheFewestChanges()
    {
        var bands = Jingan.Collection.Panels.Single(panel => panel.Id == "peer").Form;

        var report = bands.Check([
            .. Enumerable.Range(1, 10).Select(i => new Mark($"a{i:00}", i <= 4 ? 90m + i : 80m)),
        ]);

        Assert.Equal(
            "“A”有 4 个，10 份里最多 2 个（20%）：a01、a02、a03、a04",
            report.Problems.Single().Message
        );
        Assert.Equal(
            "至少改 2 处，例如：“a02”改为“B”（70–89 分）；“a01”改为“B”（70–89 分）",
            report.Mending
        );
    }

    [Theory]
    [InlineData("1,2,3", "")]
    [InlineData("1,2,2", "“b”和“c”：第 3 名")]
    [InlineData("1,1,1", "第 2 名、第 3 名")]
    [InlineData("1,2,4", "第 3 名")]
    [InlineData("1,2,1.5", "第 3 名")]
    public void Ranking_HasEachRankOnce(string ranks, string changes)
    {
        var form = SchemeFolder
            .Read("danan-2017")
            .Collection.Panels.Single(panel => panel.Id == "taskRank")
            .Form;

        var report = form.Check([
            .. ranks
                .Split(',')
                .Select((rank, i) => new Mark($"{(char)('a' + i)}", decimal.Parse(rank))),
        ]);

        Assert.Equal(
            changes.Split('：')[^1],
            string.Join('、', report.Changes.Select(change => change.To))
        );
    }

    private static BallotBox Box(string panel, string? unit, int entitled)
    {
        var found = Jingan.Collection.Panels.Single(one => one.Id == panel);
        return new(found, PanelRoll.Of(Jingan, found, Register, unit, entitled));
    }

    /// <param name="marks">For example <c>a1 80,w1 70</c>; a subject without a number is left blank.</param>
    private static Sheet Sheet(string number, string? rater, string marks) =>
        new(
            number,
            rater,
            [
                .. marks
                    .Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(mark => mark.Split(' '))
                    .Select(mark => new Mark(
                        mark[0],
                        mark[1].Length == 0 ? null : decimal.Parse(mark[1])
                    )),
            ]
        );
}
