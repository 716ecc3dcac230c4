using System.Text;
using Assessment.Imports.Undoing;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class BasesUndoTest(PayoutHost host)
{
    private readonly string _township = $"t{Guid.NewGuid():N}";

    [Fact]
    public async Task Bases_Undone_AreWhatTheyWereBefore()
    {
        await ImportAsync(_township, "编号,基数\np1,12000\n");
        var wrong = await ImportAsync(_township, "编号,基数\np1,99999.99\np2,8000\np2,8001\n");
        Assert.Equal((1, 1), ((int)wrong["counts"]!["added"]!, (int)wrong["counts"]!["updated"]!));

        await Client(_township).UndoAsync(wrong);

        Assert.Equal([("p1", 12000m)], await BasesAsync(_township));
    }

    [Fact]
    public async Task BaseThatWasChangedSince_StandsInTheWay()
    {
        var wrong = await ImportAsync(_township, "编号,基数\np1,12000\np2,8000\n");
        await ImportAsync(_township, "编号,基数\np1,13000\n");

        var refusal = await Client(_township)
            .UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(wrong);

        Assert.Contains("p1", (string?)refusal["detail"], StringComparison.Ordinal);
        Assert.Equal([("p1", 13000m), ("p2", 8000m)], await BasesAsync(_township));
    }

    [Fact]
    public async Task BaseByWhichASheetSaysAnAmount_StandsInTheWay_AndALaterOneDoesNot()
    {
        var published = FinalCase.Of("1", "jingan-guidance");
        var used = await ImportAsync(published.Township, published.BasesFile);
        await host.DeliverAsync(published.Message());
        Assert.Contains(published.Amounts, line => line.Value > 0);
        var person = published.Amounts.First(line => line.Value is not null).Key;

        await Client(published.Township).UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(used);

        var later = await ImportAsync(published.Township, $"编号,基数\n{person},1\n");
        await Client(published.Township).UndoAsync(later);
        await Client(published.Township).UndoIsRefusedAsync<NothingMayRestOnAnUndoneImport>(used);
    }

    [Fact]
    public async Task Preview_SaysWhatTheImportSays_AndStoresNothing()
    {
        var file = Encoding.UTF8.GetBytes("工号,年度基数（元）\np1,12000.5\np2,-1\n");

        var preview = await Client(_township).PreviewAsync("bases", file);

        Assert.Empty(await BasesAsync(_township));
        var report = await Client(_township).ImportAsync("bases", file);
        Assert.Equal(preview["problems"]!.ToJsonString(), report["problems"]!.ToJsonString());
        Assert.Equal([("p1", 12000.5m)], await BasesAsync(_township));
    }

    [Fact]
    public Task FilledTemplate_IsReadAsItWasWritten() =>
        Client(_township).TemplateIsReadBackAsync("bases", "0001", "12000.5");

    private ImportClient Client(string township) => new(host.As(township), "payout");

    private Task<System.Text.Json.Nodes.JsonNode> ImportAsync(string township, string file) =>
        Client(township).ImportAsync("bases", Encoding.UTF8.GetBytes(file));

    private async Task<IEnumerable<(string, decimal)>> BasesAsync(string township) =>
        (
            await host.ReadAsync(township, db => db.Bases.OrderBy(row => row.Person).ToListAsync())
        ).Select(row => (row.Person, row.Base));
}
