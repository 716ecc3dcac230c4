using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class ImportKindsTest(PayoutHost host)
{
    [Fact]
    public async Task Kinds_AreListedWithTheColumnsOfTheirFiles() =>
        Assert.Equal(
            ["bases: id,base"],
            await ImportHeaders.OfAsync(host.As("some-township"), "payout")
        );
}
