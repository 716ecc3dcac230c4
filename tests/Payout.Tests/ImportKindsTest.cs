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

    [Fact]
    public Task Heads_AreInTheTable_AndNoneMeansTwoColumns() =>
        ImportHeaders.AreToldApartAsync(host.As("some-township"), "payout");
}
