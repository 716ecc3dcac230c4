using System.Text.Json;
using Assessment.Engine.Cases;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Forms;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Tests.Panels;

/// <summary>Raw years in which nobody typed a mean: the facts are counted from sheets, void ones among them.</summary>
public sealed class RawYearTest
{
    public static TheoryData<string> Schemes() =>
        [
            .. SchemeFolder
                .Schemes()
                .Where(scheme => File.Exists(SchemeFolder.PathOf(scheme, "year", "ballots.csv"))),
        ];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void FactsCountedFromSheets_GiveTheExpectedResults(string scheme)
    {
        var year = new RawYear(scheme);
        var facts = year.WithoutPanels();

        var counted = year.Boxes(facts, []).SelectMany(PanelCount.Count);

        var result = Evaluator.Evaluate(
            year.Scheme,
            facts with
            {
                Facts = [.. facts.Facts, .. counted],
            }
        );
        var expected = ExpectedResult.Read(SchemeFolder.Text(scheme, "year", "expected.json"));
        Assert.Empty(CaseComparison.Compare(expected, result));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void SheetsThatBreakTheirForm_AreVoid_AndNoOther(string scheme)
    {
        var year = new RawYear(scheme);
        var verdicts = new List<(string[] Sheet, FormReport Report)>();

        var boxes = year.Boxes(year.WithoutPanels(), verdicts);

        using var expected = JsonDocument.Parse(
            SchemeFolder.Text(scheme, "year", "expected-import.json")
        );
        var ballots = expected.RootElement.GetProperty("ballots");
        Assert.Equal(ballots.GetProperty("sheets").GetInt32(), verdicts.Count);
        Assert.Equal(ballots.GetProperty("valid").GetInt32(), boxes.Sum(box => box.Valid.Count));
        Assert.Equal(
            ballots
                .GetProperty("void")
                .EnumerateArray()
                .Select(sheet => sheet.ToString().Replace("\n", "").Replace(" ", "")),
            verdicts
                .Where(one => !one.Report.IsKept)
                .Select(one => JsonSerializer.Serialize(one.Sheet, Unescaped)),
            StringComparer.Ordinal
        );
    }

    private static readonly JsonSerializerOptions Unescaped = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
