using Assessment.Contracts;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class CycleLockTest(ScoringHost host)
{
    [Fact]
    public async Task LastTwoReportsAtTheSameMoment_TheSecondWaitsForTheFirst_AndCalculates()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync(("hotline", "a1", 1), ("hotline", "a2", 1));
        await using var first = host.In(year.Township);
        var uncommitted = await TakeInAsync(
            first,
            year.Report("hotline", "a1", 1, LedgerTest.Fact("tickets", 7))
        );

        await using var second = host.In(year.Township);
        var waiting = Task.Run(async () =>
        {
            var transaction = await TakeInAsync(
                second,
                year.Report("hotline", "a2", 1, LedgerTest.Fact("tickets", 8))
            );
            await transaction.CommitAsync();
        });
        await Eventually.HoldsAsync(
            "the second waits or has passed",
            async () => waiting.IsCompleted || await host.SomebodyWaitsAsync(year.Township)
        );
        await uncommitted.CommitAsync();
        await waiting;

        var result = Assert.Single(
            await host.ReadAsync(year.Township, db => db.Results.ToListAsync())
        );
        Assert.Equal(
            ["7", "8"],
            result.Facts().Facts.Select(fact => fact.Value.ToString()).Order()
        );
        // Both changes were counted: the second began where the first had ended.
        Assert.Equal(2, result.FactsVersion);
    }

    [Fact]
    public async Task LockWithoutATransaction_WouldEndAtOnce_AndIsRefused()
    {
        var year = await TownshipYear.OpenAsync(host);
        await using var scope = host.In(year.Township);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            scope
                .ServiceProvider.GetRequiredService<ScoringDb>()
                .LockCycleAsync(year.Cycle, CancellationToken.None)
        );
    }

    /// <summary>What the consumer does with a report, without the commit.</summary>
    private static async Task<IDbContextTransaction> TakeInAsync(
        AsyncServiceScope scope,
        FactsReported report
    )
    {
        var services = scope.ServiceProvider;
        var transaction = await services
            .GetRequiredService<ScoringDb>()
            .Database.BeginTransactionAsync();
        var cycle = await services
            .GetRequiredService<ScoringDb>()
            .LockCycleAsync(report.Cycle, CancellationToken.None);
        var scheme = await services
            .GetRequiredService<SchemeStore>()
            .ReadAsync(cycle.Adoption, CancellationToken.None);
        await services
            .GetRequiredService<FactLedger>()
            .TakeAsync(cycle, CyclePlan.Of(scheme, cycle.Year), report, CancellationToken.None);
        await services
            .GetRequiredService<Calculations>()
            .RunIfCompleteAsync(cycle, CancellationToken.None);
        return transaction;
    }
}
