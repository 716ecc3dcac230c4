using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>演练: every step up to the final result, no days waited for, marked everywhere, and gone in one action.</summary>
[Collection(ScoringService.Name)]
public sealed class RehearsalTest(ScoringHost host)
{
    private const string Scheme = "danan-2017";
    private static readonly object Confirmed = new { confirm = true };

    [Fact]
    public async Task Rehearsal_RunsEveryStepBesideTheRealCycle_AndLeavesNothing()
    {
        var year = await TownshipYear.CalculatedAsync(host, Scheme, rehearsal: true);
        var real = (Guid)
            (await year.GetAsync("/api/scoring/cycles"))
                .AsArray()
                .Single(one => !(bool)one!["isRehearsal"]!)!["id"]!;
        Assert.StartsWith("【演练】", (string?)(await CycleAsync(year))["title"]);
        var opened = await host.ReceiveAsync<CycleOpened>(
            year.Township,
            one => one.Cycle == year.Cycle
        );
        Assert.True(opened.IsRehearsal);
        Assert.All(
            opened.Plan.Campaigns,
            campaign => Assert.StartsWith("【演练】", campaign.Title)
        );

        await year.IsRefusedAsync<CycleMustBeFrozenFirst>("/procedure/publicity/elapse", Confirmed);
        await year.Procedure.UntilAsync("publicise", default);
        await year.IsRefusedAsync<AnotherStepIsDue>("/procedure/publicity/elapse", Confirmed);
        await ScheduleAsync(year);
        await year.IsRefusedAsync<ActMustBeConfirmed>(
            "/procedure/publicity/elapse",
            new { confirm = false }
        );
        var now = await year.PostAsync("/procedure/publicity/elapse", Confirmed);
        Assert.Equal("decide", (string?)now["steps"]![(int)now["due"]!]!["kind"]);
        // On the same day.
        await year.FinalizeAsync();
        var final = await host.ReceiveAsync<AssessmentFinalized>(
            year.Township,
            one => one.Cycle == year.Cycle
        );
        Assert.True(final.IsRehearsal);
        Assert.StartsWith("【演练】", final.Title);

        await year.PostAsync("/remove", Confirmed);
        Assert.Equal(year.Cycle, (await host.ReceiveAsync<CycleRemoved>(year.Township)).Cycle);
        Assert.Equal(0, await RowsAsync(year, year.Cycle));
        Assert.NotEqual(0, await RowsAsync(year, real));
        using var gone = await year.Admin.GetAsync(year.Path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task RealCycle_WaitsAndStays()
    {
        var year = await TownshipYear.CalculatedAsync(host, Scheme);
        await year.Procedure.UntilAsync("publicise", default);
        await ScheduleAsync(year);

        await year.IsRefusedAsync<OnlyARehearsalsPeriodElapses>(
            "/procedure/publicity/elapse",
            Confirmed
        );
        await year.IsRefusedAsync<OnlyARehearsalIsRemoved>("/remove", Confirmed);
        using var second = await year.Admin.PostAsJsonAsync(
            "/api/scoring/cycles",
            new { scheme = Scheme, year = CaseFiles.Facts(Scheme, "1").Year }
        );
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Fact]
    public async Task FinalRehearsal_IsNotCarriedIntoTheNextYear()
    {
        var year = TownshipYear.Empty(host);
        await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members\na1,甲居民区,普通,1000,100\n"
        );
        await year.AdoptedAsync();
        await year.OpenRehearsalAsync(2024);
        await year.PostAsync("/start-scoring");
        await year.CalculateAsync();
        await year.FinalizeAsync();

        await year.OpenCycleAsync(2025);
        Assert.Null((int?)(await year.ProgressAsync())["takenOver"]!["finalOf"]);
    }

    private static async Task ScheduleAsync(TownshipYear year) =>
        await year.PostAsync(
            "/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)(await year.GetAsync($"{year.Path}/procedure"))["earliestFirst"]!,
                contact = "党建办",
            }
        );

    private static async Task<JsonNode> CycleAsync(TownshipYear year) =>
        (await year.GetAsync("/api/scoring/cycles"))
            .AsArray()
            .Single(one => (Guid)one!["id"]! == year.Cycle)!;

    /// <summary>Rows of the cycle in whatever table names one, the audit log left out.</summary>
    private Task<int> RowsAsync(TownshipYear year, Guid cycle) =>
        host.ReadAsync(
            year.Township,
            async db =>
            {
                var rows = await db.Cycles.CountAsync(one => one.Id == cycle);
                foreach (var type in CycleRows.TypesOfCycle(db.Model))
                {
                    rows += await (Task<int>)
                        typeof(RehearsalTest)
                            .GetMethod(
                                nameof(CountAsync),
                                System.Reflection.BindingFlags.NonPublic
                                    | System.Reflection.BindingFlags.Static
                            )!
                            .MakeGenericMethod(type.ClrType)
                            .Invoke(null, [db, cycle])!;
                }

                return rows;
            }
        );

    private static Task<int> CountAsync<T>(ScoringDb db, Guid cycle)
        where T : class => db.Set<T>().CountAsync(row => EF.Property<Guid?>(row, "Cycle") == cycle);
}
