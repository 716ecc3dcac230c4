using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;
using Xunit;

namespace Assessment.Payout.Tests;

/// <summary>待办 of the payout: people who are paid by a base and have none.</summary>
[Collection(PayoutService.Name)]
public sealed class WorkTest(PayoutHost host)
{
    [Fact]
    public async Task SheetWithoutAmounts_WaitsForItsBases()
    {
        var published = FinalCase.Of("1", "danan-2017");
        await host.DeliverAsync(published.Message());
        var item = Assert.Single(await WorkAsync(published, Roles.FinancePreparer))!;
        Assert.Equal(
            ("importBases", published.Amounts.Count, "/imports?kind=bases"),
            ((string?)item["kind"], (int)item["count"]!, (string?)item["link"])
        );
        Assert.Empty(await WorkAsync(published, Roles.FinanceApprover));
        Assert.Empty(await WorkAsync(published, Roles.Leader));

        await host.ImportBasesAsync(published.Township, published.BasesFile);

        Assert.Empty(await WorkAsync(published, Roles.FinancePreparer));
    }

    /// <summary>Of its people two have no amount, which no base would change.</summary>
    [Fact]
    public async Task SchemeOfFixedAmounts_WaitsForNoBases()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message());
        Assert.Contains(published.Amounts.Values, amount => amount is null);
        Assert.Empty(await WorkAsync(published, Roles.FinancePreparer));
    }

    private async Task<JsonArray> WorkAsync(FinalCase published, string role) =>
        (await host.As(published.Township, role).GetFromJsonAsync<JsonArray>("/api/payout/work"))!;
}
