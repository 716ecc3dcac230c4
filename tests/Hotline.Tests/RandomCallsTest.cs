using Assessment.Hotline.Storage;
using Assessment.Testing.Hosts.RandomCalls;
using Xunit;
using Xunit.Abstractions;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class RandomCallsTest(HotlineHost host, ITestOutputHelper output)
    : ServiceRandomCalls<Program, HotlineDb>(host, "hotline", output)
{
    protected override async Task<KnownThings> PrepareAsync()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var import = await township.ImportAsync(
            TownshipCycle.Row("T-1"),
            TownshipCycle.Row("T-2"),
            TownshipCycle.Row("T-3")
        );
        return new KnownThings(
            township.Township,
            new Dictionary<string, string[]>
            {
                ["imports/id"] = [(string)import["id"]!],
                ["cycle"] = [township.Cycle.ToString()],
                ["tickets/number"] = ["T-1", "T-2", "T-3"],
                ["imports/kind"] = ["tickets"],
                ["error-queues/queue"] = [ErrorQueue],
                ["area"] = ["a1", "a2"],
                ["state"] = ["countable", "excluded", "unattributed", "outsideWindow"],
            },
            new Dictionary<string, object[]>
            {
                ["POST /api/hotline/tickets/{number}/exclusion"] =
                [
                    new
                    {
                        state = "申请",
                        reason = "不属实",
                        note = "重复来电",
                    },
                    new { state = "同意" },
                    new { state = "驳回" },
                ],
            },
            Area: "a1",
            Tables: [$"{TownshipCycle.Header}\n{TownshipCycle.Row("T-4")}\n"]
        );
    }
}
