using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class MessagesTest(HotlineHost host)
{
    [Fact]
    public async Task CycleOpened_ArrivingManyTimes_IsOneCycle()
    {
        var township = await OpenAsync(host);
        var id = Guid.CreateVersion7();
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => host.PublishAsync(township.Message(TwoAreas), id))
        );
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => host.DeliverAsync(township.Message(TwoAreas)))
        );
        Assert.Equal(1, await host.ReadAsync(township.Township, db => db.Cycles.CountAsync()));
    }

    [Fact]
    public async Task NewerAreasBeforeCycleOpened_AreNotPutBack()
    {
        var township = new TownshipCycle(host, "areas-first");
        await host.DeliverAsync(
            new AreasChanged(
                township.Township,
                township.Cycle,
                2,
                [new ListedArea("a9", "新居民区", null, 1, 1)]
            )
        );
        await host.DeliverAsync(township.Message(TwoAreas, version: 1));

        var report = await township.ImportAsync(Row("N1", area: "新居民区"), Row("N2"));

        Assert.Equal(1, (int)report["counts"]!["unattributed"]!);
        Assert.Equal(1, (int)(await township.RatesAsync("a9"))["tickets"]!);
    }

    [Fact]
    public async Task Question_IsAnsweredOnceWithTheVersionOfEveryArea()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        await township.ImportAsync(Row("N1", solved: "否"));
        var asked = new SourcesAsked(township.Township, township.Cycle, Guid.CreateVersion7());

        await host.DeliverAsync(asked);
        await host.DeliverAsync(asked);

        var answer = await NewestAnswerAsync(township, asked, sequence: 1);
        Assert.Equal("hotline", answer.Source);
        Assert.Equal(0, answer.PendingImports);
        Assert.Equal(new Dictionary<string, long> { ["a1"] = 2, ["a2"] = 1 }, answer.Versions);
        Assert.Equal(
            1,
            await host.ReadAsync(
                township.Township,
                db => db.SourceQuestions.Select(row => row.Sequence).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Question_BeforeTheCycleIsKnown_IsAnsweredWhenItIs()
    {
        var township = new TownshipCycle(host, "asked-first");
        var asked = new SourcesAsked(township.Township, township.Cycle, Guid.CreateVersion7());
        await host.DeliverAsync(asked);
        Assert.Equal(
            0,
            await host.ReadAsync(
                township.Township,
                db => db.SourceQuestions.Select(row => row.Sequence).SingleAsync()
            )
        );

        await host.DeliverAsync(township.Message(TwoAreas));

        var answer = await NewestAnswerAsync(township, asked, sequence: 1);
        Assert.Empty(answer.Versions);
    }

    [Fact]
    public async Task Question_WhileImportsArePending_IsAnsweredAgainUntilNoneIs()
    {
        var township = await OpenAsync(host);
        await using var held = await host.HoldImportsAsync(township.Township);
        await township.UploadAsync(File(Row("N1")));
        await township.UploadAsync(File(Row("N2", area: "三花居民区")));
        var asked = new SourcesAsked(township.Township, township.Cycle, Guid.CreateVersion7());
        await host.PublishAsync(asked);
        await held.ReleaseAsync();

        SourceAnswered? last = null;
        await Eventually.HoldsAsync(
            "settled",
            () =>
            {
                last = Answers(township, asked).MaxBy(answer => answer.Sequence);
                return Task.FromResult(last?.PendingImports == 0);
            }
        );

        Assert.Equal(await township.VersionsAsync(), last!.Versions);
        Assert.Equal(["a1", "a2"], last.Versions.Keys.Order());
        var answers = Answers(township, asked);
        Assert.Equal(answers.Count, answers.Select(answer => answer.Sequence).Distinct().Count());
    }

    private IReadOnlyList<SourceAnswered> Answers(TownshipCycle township, SourcesAsked asked) =>
        [
            .. host.Received<SourceAnswered>(township.Township)
                .Where(answer => answer.Request == asked.Request),
        ];

    private async Task<SourceAnswered> NewestAnswerAsync(
        TownshipCycle township,
        SourcesAsked asked,
        long sequence
    )
    {
        await Eventually.HoldsAsync(
            "answered",
            () =>
                Task.FromResult(Answers(township, asked).Any(answer => answer.Sequence == sequence))
        );
        return Answers(township, asked).MaxBy(answer => answer.Sequence)!;
    }
}
