using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;
using Xunit;

namespace Assessment.Payout.Tests;

/// <summary>待办 of the payout: sheets on which amounts cannot be said yet.</summary>
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
            ("completeSheet", published.Amounts.Count, $"/payout/{published.Cycle}"),
            ((string?)item["kind"], (int)item["count"]!, (string?)item["link"])
        );
        Assert.Empty(await WorkAsync(published, Roles.FinanceApprover));
        Assert.Empty(await WorkAsync(published, Roles.Leader));

        await host.ImportBasesAsync(published.Township, published.BasesFile);

        Assert.Empty(await WorkAsync(published, Roles.FinancePreparer));
    }

    private async Task<JsonArray> WorkAsync(FinalCase published, string role) =>
        (await host.As(published.Township, role).GetFromJsonAsync<JsonArray>("/api/payout/work"))!;
}
