using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Survey.Tests;

[Collection(SurveyService.Name)]
public sealed class ImportKindsTest(SurveyHost host)
{
    [Fact]
    public async Task Kinds_AreListedWithTheColumnsOfTheirFiles() =>
        Assert.Equal(
            ["responses of a cycle: area,channel,wave,respondent,household,submitted_at,[q1、q2…]"],
            await ImportHeaders.OfAsync(host.As("some-township"), "survey")
        );

    [Fact]
    public Task Heads_AreInTheTable_AndNoneMeansTwoColumns() =>
        ImportHeaders.AreToldApartAsync(host.As("some-township"), "survey");
}
