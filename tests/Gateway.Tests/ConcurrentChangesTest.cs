using System.Net;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>Two keepers with the same account before them: the later one is told what the earlier one did.</summary>
[Collection(OnGateway.Name)]
public sealed class ConcurrentChangesTest(GatewayServer gateway)
{
    private static object Change(string name) =>
        new { displayName = name, duties = new[] { DutyOf("departmentScorer") } };

    private static async Task<string> TagAsync(HttpClient keeper, string userName) =>
        (await keeper.GetAsync($"/api/accounts/{userName}")).Headers.ETag!.ToString();

    [Fact]
    public async Task ChangeOfTheVersionSeen_Counts()
    {
        var (userName, _) = await gateway.OpenAsync("departmentScorer", "tag-town");
        var district = await gateway.BrowserAsync();

        var changed = await ChangeAsync(
            district,
            userName,
            await TagAsync(district, userName),
            Change("新名称")
        );

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
    }

    [Fact]
    public async Task ChangeOfAnOlderVersion_IsRefusedWithTheCurrentOne()
    {
        var (userName, _) = await gateway.OpenAsync("departmentScorer", "tag-town");
        var district = await gateway.BrowserAsync();
        var seen = await TagAsync(district, userName);
        await ChangeAsync(district, userName, seen, Change("先保存的"));

        var late = await ChangeAsync(district, userName, seen, Change("后保存的"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        var problem = await JsonOf(late);
        Assert.Equal("somebody-else-was-faster", problem["code"]!.GetValue<string>());
        Assert.Equal("先保存的", problem["current"]!["displayName"]!.GetValue<string>());
        // Whoever has seen the current one and insists, may.
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await ChangeAsync(
                    district,
                    userName,
                    await TagAsync(district, userName),
                    Change("后保存的")
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task ChangeThatNamesNoVersion_IsRefused()
    {
        var (userName, _) = await gateway.OpenAsync("departmentScorer", "tag-town");

        await RefusedAsync(
            await ChangeAsync(
                await gateway.BrowserAsync(),
                userName,
                ifMatch: null,
                Change("某某")
            ),
            HttpStatusCode.PreconditionRequired,
            "edit-must-name-its-version"
        );
    }

    [Fact]
    public async Task TwoAtTheSameTime_OneCounts()
    {
        var (userName, _) = await gateway.OpenAsync("departmentScorer", "tag-town");
        var district = await gateway.BrowserAsync();
        var seen = await TagAsync(district, userName);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number => ChangeAsync(district, userName, seen, Change($"第 {number} 个")))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(
            7,
            answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed)
        );
    }
}
