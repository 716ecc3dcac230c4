using System.Text.Json.Nodes;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>归档: a finished cycle leaves the list and stays readable.</summary>
[Collection(ScoringService.Name)]
public sealed class ArchiveTest(ScoringHost host)
{
    [Fact]
    public async Task CycleWithStepsToTake_IsNotArchived()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.IsRefusedAsync<AllStepsMustBeTakenFirst>("/archive");
        await year.CalculateAsync();
        await year.FinalizeAsync();

        await year.IsRefusedAsync<AllStepsMustBeTakenFirst>("/archive");
    }

    [Fact]
    public async Task FinishedCycle_LeavesTheList_StaysReadable_AndComesBackWithAReason()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();
        await year.FinalizeAsync();
        await year.Procedure.UntilAsync(kind: null, CancellationToken.None);

        await year.PostAsync("/archive");

        Assert.Empty(await ListAsync(year, ""));
        var archived = Assert.Single(await ListAsync(year, "?archived=true"));
        Assert.NotNull(archived!["archivedAt"]);
        Assert.Equal("final", (string?)(await year.ProgressAsync())["state"]);
        await year.GetAsync($"{year.Path}/results");
        await year.IsRefusedAsync<CycleIsArchivedAlready>("/archive");

        await year.IsRefusedAsync<ReasonIsMissing>("/unarchive", new { reason = "" });
        await year.PostAsync("/unarchive", new { reason = "补办更正" });

        Assert.Single(await ListAsync(year, ""));
        Assert.Empty(await ListAsync(year, "?archived=true"));
        await year.IsRefusedAsync<CycleIsNotArchived>("/unarchive", new { reason = "补办更正" });
    }

    private static async Task<JsonArray> ListAsync(TownshipYear year, string query) =>
        (await year.GetAsync($"/api/scoring/cycles{query}")).AsArray();
}
