using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class ImportKindsTest(HotlineHost host)
{
    [Fact]
    public async Task Kinds_AreListedWithTheColumnsOfTheirFiles() =>
        Assert.Equal(
            [$"tickets of a cycle: {TownshipCycle.Header}"],
            await ImportHeaders.OfAsync(host.As("some-township"), "hotline")
        );

    [Fact]
    public Task Heads_AreInTheTable_AndNoneMeansTwoColumns() =>
        ImportHeaders.AreToldApartAsync(host.As("some-township"), "hotline");
}
