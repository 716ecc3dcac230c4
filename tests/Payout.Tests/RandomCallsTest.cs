using Assessment.Payout.Storage;
using Assessment.Testing.Hosts.RandomCalls;
using Xunit;
using Xunit.Abstractions;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class RandomCallsTest(PayoutHost host, ITestOutputHelper output)
    : ServiceRandomCalls<Program, PayoutDb>(host, "payout", output)
{
    protected override async Task<KnownThings> PrepareAsync()
    {
        var published = FinalCase.Of("1");
        await host.DeliverAsync(published.Message());
        var import = await host.ImportBasesAsync(published.Township, published.BasesFile);
        return new KnownThings(
            published.Township,
            new Dictionary<string, string[]>
            {
                ["imports/id"] = [(string)import["id"]!],
                ["sheets/cycle"] = [published.Cycle.ToString()],
                ["number"] = ["1"],
                ["imports/kind"] = ["bases"],
                ["error-queues/queue"] = [ErrorQueue],
            },
            Tables: [published.BasesFile]
        );
    }
}
