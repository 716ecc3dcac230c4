using Assessment.Scoring.Areas;
using Assessment.Scoring.Scores;
using Assessment.ServiceDefaults.Imports;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>What each kind of item takes: lines with periods, scores by anybody, votes, scores of staff.</summary>
public sealed class ScoreRulesTest
{
    private static readonly SubjectIds Subjects = new(
        new HashSet<string> { "a1" },
        new HashSet<string> { "p1" }
    );

    [Fact]
    public void LineOfOneDepartment_WithoutIt_IsThatDepartments()
    {
        var taken = Check("danan-2017", new ScoreRow("a1", "L1", null, "Q1", 4m, null));

        Assert.Equal(("监察室", "Q1"), (taken.Key.By, taken.Key.Period));
    }

    [Theory]
    [InlineData("danan-2017", "L1", "监察室", "Q5", "period")]
    [InlineData("danan-2017", "L1", "监察室", null, "period")]
    [InlineData("danan-2017", "leaders", "领导1", "Q1", "period")]
    [InlineData("jiuting-2025", "M2.1", "教育办", "Q1", "period")]
    public void PeriodThatTheSchemeDoesNotAsk_IsRefused(
        string scheme,
        string item,
        string department,
        string? period,
        string column
    ) =>
        Assert.Equal(column, Refused(scheme, new("a1", item, department, period, 2m, null)).Column);

    [Fact]
    public void DepartmentThatIsNoLead_IsRecorded() =>
        Assert.Equal(
            "教育办",
            Check("jiuting-2025", new("a1", "M2.1", "教育办", null, 10m, null)).Key.By
        );

    [Theory]
    [InlineData("danan-2017", "leaders", "a1", null, "missingValue")]
    [InlineData("jingan-guidance", "head", "p1", null, "missingValue")]
    [InlineData("jingan-guidance", "head", "p1", "邻居", "wrongDepartment")]
    [InlineData("jiuting-2025", "M2.1", "a1", "邻居", "wrongDepartment")]
    public void ReporterWhomTheSchemeDoesNotAsk_IsRefused(
        string scheme,
        string item,
        string subject,
        string? department,
        string code
    )
    {
        var refused = Refused(scheme, new(subject, item, department, null, 2m, null));

        Assert.Equal(("department", code), (refused.Column, refused.Code));
    }

    [Fact]
    public void ScoreByAnybody_KeepsWhoGaveIt()
    {
        Assert.Equal(
            "领导7",
            Check("danan-2017", new("a1", "leaders", "领导7", null, 2m, null)).Key.By
        );
        Assert.Equal(
            "综治",
            Check("danan-2017", new("p1", "line", "综治", null, 48m, null)).Key.By
        );
    }

    [Theory]
    [InlineData("danan-2017", "L1", "p1")]
    [InlineData("danan-2017", "head", "a1")]
    [InlineData("secretary-three-papers", "work", "a1")]
    [InlineData("jingan-guidance", "peer", "p1")]
    public void ScoreOfWhomTheItemDoesNotConcern_IsRefused(
        string scheme,
        string item,
        string subject
    )
    {
        var refused = Refused(scheme, new(subject, item, "监察室", null, 2m, null));

        Assert.Equal(("area", "wrongSubject"), (refused.Column, refused.Code));
    }

    [Fact]
    public void Vote_KeepsHowManyTookPart()
    {
        var taken = Check("jingan-guidance", new("p1", "masses", null, null, 81m, null, 41m, 50m));

        Assert.Equal((41m, 50m), (taken.Count, taken.Eligible));
        Assert.Equal(
            "count",
            Refused("jingan-guidance", new("p1", "masses", null, null, 81m, null, 51m, 50m)).Column
        );
    }

    private static Ledger.Observation Check(string scheme, ScoreRow row) =>
        new ScoreRules(CaseFiles.Scheme(scheme), Subjects).Check(row, "测试");

    private static RowRefused Refused(string scheme, ScoreRow row) =>
        Assert.Throws<RowRefused>(() => Check(scheme, row));
}
