using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Payout.Tests;

/// <summary>Payout, together with Scoring, which publishes; nobody listens to Payout.</summary>
public sealed class PayoutHost() : RunningService<Program, PayoutDb>("payout-db")
{
    protected override string UsualRole => Roles.FinancePreparer;

    /// <summary>Imports pay bases and waits for the report.</summary>
    public async Task<JsonNode> ImportBasesAsync(string township, string csv)
    {
        var client = As(township, Roles.TownshipAdministrator);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "bases.csv" },
        };
        var uploaded = await (
            await client.PostAsync("/api/payout/imports/bases", form)
        ).Content.ReadFromJsonAsync<JsonNode>();
        JsonNode? report = null;
        await Eventually.HoldsAsync(
            "import ended",
            async () =>
            {
                report = await client.GetFromJsonAsync<JsonNode>(
                    $"/api/payout/imports/{uploaded!["id"]}"
                );
                return (string)report!["status"]! == "completed";
            }
        );
        return report!;
    }
}

[CollectionDefinition(Name)]
public sealed class PayoutService : ICollectionFixture<PayoutHost>
{
    public const string Name = "payout service";
}
