using Assessment.Scoring.Sheets;
using Xunit;

namespace Assessment.Scoring.Tests.Sheets;

public sealed class SheetPlanTest
{
    [Fact]
    public void LinesAndFactsOfADepartment_StandOnOneSheet()
    {
        var sheet = SheetPlan.Find(CaseFiles.Scheme("gaojing-2024"), new SheetKey("党建办", ""));

        Assert.Equal(["R1.2", "R1.3", "visits.false"], sheet.Items.Select(item => item.Item));
        Assert.Null(sheet.PeriodTitle);
        Assert.False(sheet.IsOptional);
    }

    [Fact]
    public void LineWithPeriods_HasASheetOfEach_AndTheUsualOnesAreExpected()
    {
        var sheets = SheetPlan
            .Of(CaseFiles.Scheme("danan-2017"))
            .Where(sheet => sheet.Key.Department == "监察室")
            .ToList();

        Assert.Equal(
            ["Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y"],
            sheets.Select(sheet => sheet.Key.Period)
        );
        Assert.Equal(
            ["Q1", "Q2", "Q3", "Q4"],
            sheets.Where(sheet => !sheet.IsOptional).Select(sheet => sheet.Key.Period)
        );
        Assert.Equal("第一季度", sheets[0].PeriodTitle);
    }

    /// <summary>What is counted by campaigns, the hotline and panels stands on nobody's sheet.</summary>
    [Theory]
    [InlineData("danan-2017")]
    [InlineData("gaojing-2024")]
    [InlineData("jingan-guidance")]
    [InlineData("jiuting-2025")]
    [InlineData("secretary-three-papers")]
    [InlineData("secretary-three-reviews")]
    public void Sheets_HoldLinesAndFactsOfNamedDepartmentsAlone(string scheme)
    {
        var read = CaseFiles.Scheme(scheme);

        Assert.All(
            SheetPlan.Of(read).SelectMany(sheet => sheet.Items),
            item => Assert.True(item.IsLine || item.ReportedBy?.Department is not null)
        );
        Assert.Equal(
            read.FactKinds.Values.Count(item =>
                item.IsLine || item.ReportedBy?.Department is not null
            ),
            SheetPlan.Of(read).SelectMany(sheet => sheet.Items).Distinct().Count()
        );
    }

    [Fact]
    public void SheetThatTheSchemeDoesNotAsk_IsNotThere() =>
        Assert.Throws<SheetMustBeOfTheScheme>(() =>
            SheetPlan.Find(CaseFiles.Scheme("gaojing-2024"), new SheetKey("社建办", "Q1"))
        );
}
