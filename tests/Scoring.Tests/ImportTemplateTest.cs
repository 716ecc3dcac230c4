using Assessment.Imports.Spreadsheets;
using Assessment.Testing.Hosts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class ImportTemplateTest(ScoringHost host)
{
    [Theory]
    [InlineData("areas", "a09", "丙居民区", "普通", "1500", "90")]
    [InlineData("staff", "p09", "a1", "王五", "书记", "是", "否", "", "11", "1", "否", "优秀")]
    [InlineData("departments", "社建办", "社区建设办公室", "王主任", "")]
    [InlineData("postings", "p1", "a2", "书记", "2024-01-01", "2024-06-30", "3")]
    [InlineData("certificates", "p1", "社会工作者职业资格（中级）", "310", "2024-06-03")]
    [InlineData("contacts", "a1", "王主任", "2024-01-01", "")]
    [InlineData("households", "a1", "1 号楼", "1-101", "0012")]
    [InlineData("scores", "a1", "R1.1", "社建办", "", "84.5", "抽查", "", "")]
    [InlineData(
        "events",
        "0001",
        "a1",
        "honour",
        "city",
        "",
        "2024-06-03",
        "沪府〔2024〕1 号",
        "",
        "",
        "",
        "",
        "",
        "",
        ""
    )]
    public async Task FilledTemplate_IsReadAsItWasWritten(string kind, params string[] cells)
    {
        var year = await TownshipYear.OpenAsync(host);

        await new ImportClient(year.Admin, "scoring", year.Cycle).TemplateIsReadBackAsync(
            kind,
            cells
        );
    }

    [Fact]
    public async Task Template_OffersWhatTheTownshipAndItsSchemeAllow_InAHiddenSheet()
    {
        var year = await TownshipYear.OpenAsync(host);
        var template = await new ImportClient(year.Admin, "scoring").TemplateAsync("staff");

        using var document = SpreadsheetDocument.Open(new MemoryStream(template), false);
        var workbook = document.WorkbookPart!;
        var sheets = workbook.Workbook.Sheets!.Elements<Sheet>().ToList();
        Assert.Equal(
            ["人员名册", "填写说明", "对照表", "可选值"],
            sheets.Select(sheet => sheet.Name!.Value)
        );
        Assert.Equal(SheetStateValues.Hidden, sheets[3].State!.Value);
        var first = ((WorksheetPart)workbook.GetPartById(sheets[0].Id!)).Worksheet;
        var area = first!
            .Descendants<DataValidation>()
            .Single(list => list.SequenceOfReferences!.InnerText!.StartsWith('B'));
        Assert.Equal("'可选值'!$A$2:$A$3", area.Formula1!.Text);
        var values = ((WorksheetPart)workbook.GetPartById(sheets[3].Id!)).Worksheet;
        Assert.Equal(
            ["居民区", "a1", "a2"],
            values.Descendants<Row>().Take(3).Select(row => row.Elements<Cell>().First().InnerText)
        );
        Assert.Equal("编号", TableReader.Read(template).Header[0]);
    }

    [Fact]
    public async Task TemplateOfAnUnknownCycle_IsNotThere()
    {
        var year = TownshipYear.Empty(host);

        using var answer = await year.Admin.GetAsync(
            $"/api/scoring/imports/scores/template?cycle={Guid.NewGuid()}"
        );

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
