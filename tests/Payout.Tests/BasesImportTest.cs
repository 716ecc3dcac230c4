using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class BasesImportTest(PayoutHost host)
{
    private readonly string _township = $"t{Guid.NewGuid():N}";

    [Fact]
    public async Task Bases_ImportedAgain_TheLatestHolds()
    {
        await ImportAsync("id,base\np1,12000\np2,8000.50\np1,12500");
        await ImportAsync("id,base\np2,9000");

        var bases = await host.ReadAsync(
            _township,
            db => db.Bases.ToDictionaryAsync(row => row.Person, row => row.Base)
        );

        Assert.Equal(12500m, bases["p1"]);
        Assert.Equal(9000m, bases["p2"]);
    }

    [Theory]
    [InlineData("p1,", "base", "missingValue")]
    [InlineData("p1,-1", "base", "invalidValue")]
    [InlineData("p1,many", "base", "invalidValue")]
    [InlineData("p1,10.001", "base", "invalidValue")]
    [InlineData(",100", "id", "missingValue")]
    public async Task BadCell_IsRefusedWithItsPlaceAndTheRestGoesIn(
        string row,
        string column,
        string code
    )
    {
        var report = await ImportAsync($"id,base\n{row}\np2,8000");

        var problem = Assert.Single(report["problems"]!.AsArray())!;
        Assert.Equal(2, (int)problem["line"]!);
        Assert.Equal(column, (string)problem["column"]!);
        Assert.Equal(code, (string)problem["code"]!);
        Assert.Equal(1, (int)report["counts"]!["accepted"]!);
    }

    [Fact]
    public async Task BasesAfterThePublication_DoNotMakeTheSameSheetAgain()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message());
        var person = published.Amounts.First(line => line.Value is null).Key;

        await ImportAsync($"id,base\n{person},12000", published.Township);

        Assert.Equal(1, await host.ReadAsync(published.Township, db => db.Sheets.CountAsync()));
    }

    private Task<JsonNode> ImportAsync(string csv, string? township = null) =>
        host.ImportBasesAsync(township ?? _township, csv);
}
