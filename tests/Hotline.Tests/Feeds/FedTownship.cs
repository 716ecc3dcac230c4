using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Assessment.Hotline.Tests.Feeds;

/// <summary>A township whose files come by a binding, and what its administrator sees of them.</summary>
public sealed class FedTownship(FeedHost host, string binding, TownshipCycle cycle)
{
    public string Binding => binding;

    public TownshipCycle Cycle => cycle;

    public Task OpenCycleAsync() => host.DeliverAsync(cycle.Message(TownshipCycle.TwoAreas));

    /// <summary>Brings a file, which must be taken.</summary>
    public async Task BringAsync(byte[] file, params (string Name, string Value)[] metadata)
    {
        using var answer = await host.Channel.BringAsync(binding, file, metadata);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The township's imports, the newest first, once none is waiting or running.</summary>
    public async Task<IReadOnlyList<JsonNode>> ImportsAsync()
    {
        JsonArray imports = [];
        await Eventually.HoldsAsync(
            "no import is waiting",
            async () =>
            {
                imports = (
                    await cycle.Administrator.GetFromJsonAsync<JsonArray>("/api/hotline/imports")
                )!;
                return imports.All(one => (string)one!["status"]! is "completed" or "refused");
            }
        );
        return [.. imports.Select(one => one!)];
    }

    public async Task<JsonNode> OnlyImportAsync() => Assert.Single(await ImportsAsync());
}
