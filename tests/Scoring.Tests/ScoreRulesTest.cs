using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Scores;
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
            Placed("danan-2017", new("a1", "leaders", "领导7", null, 2m, null)).By
        );
        Assert.Equal("综治", Placed("danan-2017", new("p1", "line", "综治", null, 48m, null)).By);
    }

    /// <summary>由测评汇总: nobody types a mean.</summary>
    [Theory]
    [InlineData("jingan-guidance", "masses", "p1")]
    [InlineData("danan-2017", "leaders", "a1")]
    [InlineData("gaojing-2024", "satisfaction", "a1")]
    [InlineData("gaojing-2024", "tickets", "a1")]
    public void WhatASourceCollects_NobodyEnters(string scheme, string item, string subject) =>
        Assert.Equal(
            "collectedElsewhere",
            Assert
                .Throws<RowRefused>(() =>
                    Check(scheme, new ScoreRow(subject, item, null, null, 2m, null))
                )
                .Code
        );

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
        var taken = Check("gaojing-2024", new("a1", "R1.1", "社建办", null, 81m, null, 41m, 50m));

        Assert.Equal((41m, 50m), (taken.Count, taken.Eligible));
        Assert.Equal(
            "count",
            Refused("gaojing-2024", new("a1", "R1.1", "社建办", null, 81m, null, 51m, 50m)).Column
        );
    }

    [Theory]
    [InlineData("gaojing-2024", "visits.false", "a1", "2", true)]
    [InlineData("gaojing-2024", "visits.false", "a1", "1.5", false)]
    [InlineData("gaojing-2024", "previous.tickets", "a1", "40.5", false)]
    [InlineData("danan-2017", "satisfaction.good", "a1", "12.01", false)]
    [InlineData("danan-2017", "taskRank", "p1", "36", true)]
    [InlineData("danan-2017", "taskRank", "p1", "35.5", false)]
    [InlineData("jiuting-2025", "M1.interviews", "a1", "99.9", false)]
    // The scheme sets no step: a mean has as many digits as it has.
    [InlineData("jingan-guidance", "masses", "p1", "88.555", true)]
    public void ValueBetweenTwoSteps_IsRefused(
        string scheme,
        string item,
        string subject,
        string score,
        bool taken
    )
    {
        var row = new ScoreRow(subject, item, null, null, Number(score), null);

        if (taken)
        {
            Assert.Equal(item, Placed(scheme, row).Item);
        }
        else
        {
            Assert.Equal("notOnStep", Refused(scheme, row).Code);
        }
    }

    [Theory]
    [InlineData("0.5", "88.5", true)]
    [InlineData("0.5", "88.555", false)]
    [InlineData("1", "88", true)]
    [InlineData("1", "88.5", false)]
    [InlineData("1", "88.555", false)]
    public void LineWithAStep_TakesWholeStepsOnly(string step, string score, bool taken)
    {
        var scheme = SchemeWithStep(step);
        var row = new ScoreRow("a1", "R1.1", "社建办", null, Number(score), null);

        Assert.Equal(taken, scheme.FactKinds["R1.1"].IsOnStep(Number(score)));
        if (!taken)
        {
            Assert.Equal("notOnStep", Assert.Throws<RowRefused>(() => Check(scheme, row)).Code);
        }
    }

    [Theory]
    [InlineData("40.5", "50", "count")]
    [InlineData("41", "50.5", "eligible")]
    [InlineData("-1", "50", "count")]
    public void NumberOfPeople_IsWhole(string count, string eligible, string column) =>
        Assert.Equal(
            column,
            Refused(
                "jingan-guidance",
                new("p1", "masses", null, null, 81m, null, Number(count), Number(eligible))
            ).Column
        );

    [Theory]
    [InlineData(85, null, false, "reason")]
    [InlineData(85, "  ", false, "reason")]
    [InlineData(85, "首次评分", false, "reason")]
    [InlineData(85, "台账缺记录", false, null)]
    [InlineData(84, "首次评分", false, null)]
    [InlineData(84, "首次评分", true, "reason")]
    [InlineData(84, null, false, null)]
    [InlineData(84, null, true, "reason")]
    [InlineData(84, "补交材料", true, null)]
    public void ScoreInThePlaceOfAnother_SaysWhy(
        int score,
        string? reason,
        bool withdrawn,
        string? refused
    )
    {
        var scheme = CaseFiles.Scheme("gaojing-2024");
        var before = new LedgerEntry
        {
            Subject = "a1",
            Item = "R1.1",
            By = "社建办",
            Value = 84m,
            Reason = "首次评分",
            Withdrawn = withdrawn,
        };
        var row = new ScoreRow("a1", "R1.1", "社建办", null, score, reason);

        if (refused is null)
        {
            Check(scheme, row, before);
        }
        else
        {
            var problem = Assert.Throws<RowRefused>(() => Check(scheme, row, before));
            Assert.Equal((refused, Cells.Missing), (problem.Column, problem.Code));
        }
    }

    /// <summary>Gaojing's scheme with a step on its first line.</summary>
    private static Scheme SchemeWithStep(string step) =>
        CaseFiles.Changed(
            "gaojing-2024",
            text =>
                text.Replace(
                    "    - id: R1.1\n",
                    $"    - id: R1.1\n      step: {step}\n",
                    StringComparison.Ordinal
                )
        );

    private static decimal Number(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Observation Check(string scheme, ScoreRow row) =>
        Check(CaseFiles.Scheme(scheme), row);

    private static Observation Check(Scheme scheme, ScoreRow row, params LedgerEntry[] newest) =>
        new ScoreRules(scheme, Subjects, newest.ToDictionary(entry => entry.Key)).Check(
            row,
            "测试"
        );

    /// <summary>Where the ledger keeps it, whoever brings it.</summary>
    private static LedgerKey Placed(string scheme, ScoreRow row) =>
        new ScoreRules(
            CaseFiles.Scheme(scheme),
            Subjects,
            new Dictionary<LedgerKey, LedgerEntry>()
        ).Place(row);

    private static RowRefused Refused(string scheme, ScoreRow row) =>
        Assert.Throws<RowRefused>(() => Placed(scheme, row));
}
