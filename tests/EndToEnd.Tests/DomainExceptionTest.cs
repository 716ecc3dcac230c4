using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Demo;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>Bad input of each kind, through the gateway: a stable code for programs, a clear text for people, nothing lost.</summary>
[Collection(PlatformCollection.Name)]
public sealed class DomainExceptionTest(Platform platform)
{
    [Fact]
    public async Task SchemeThatCannotBeParsed_IsRefusedWithLineAndReason()
    {
        var administrator = (await platform.FinalAsync()).Administrator;

        var problems = (
            await administrator.PostAsync(
                "/api/scoring/schemes/check",
                new { yaml = "scheme: x\ntitle: 一\nnonsense: 1\n" },
                CancellationToken.None
            )
        )!["problems"]!.AsArray();

        Assert.Contains(problems, problem => problem!["line"]!.GetValue<int>() == 3);
        Assert.All(
            problems,
            problem =>
                Assert.Matches(
                    @"\p{IsCJKUnifiedIdeographs}",
                    problem!["message"]!.GetValue<string>()
                )
        );
        var refusal = await Assert.ThrowsAsync<PlatformException>(() =>
            administrator.PostAsync(
                "/api/scoring/schemes",
                new { yaml = "scheme: [" },
                CancellationToken.None
            )
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refusal.Status);
        Assert.Equal("scheme-cannot-be-read", refusal.Code);
    }

    [Fact]
    public async Task FileWithAnUnknownArea_NamesLineAndColumn_AndTakesTheRestIn()
    {
        var administrator = await platform.SignInNewTownshipAsync("badrows");
        var year = platform.YearOf(administrator);
        await year.OpenAsync(CancellationToken.None);

        var report = await ImportAsync(
            administrator,
            $"/api/scoring/imports/scores?cycle={year.Cycle}",
            "area,item,department,period,score,reason\ngj01,R1.1,社建办,,84,\ngj99,R1.1,社建办,,84,\ngj02,R1.1,社建办,,101,\n"
        );

        Assert.Equal(1, report["counts"]!["accepted"]!.GetValue<int>());
        var problems = report["problems"]!.AsArray();
        Assert.Equal([3, 4], problems.Select(problem => problem!["line"]!.GetValue<int>()));
        Assert.Equal("unknownArea", problems[0]!["code"]!.GetValue<string>());
        Assert.Equal("area", problems[0]!["column"]!.GetValue<string>());
        Assert.Equal("score", problems[1]!["column"]!.GetValue<string>());
    }

    [Fact]
    public async Task CycleOfAnotherTownship_IsAsIfItWereNotThere()
    {
        var cycle = (await platform.FinalAsync()).Year.Cycle;
        var stranger = await platform.SignInNewTownshipAsync("stranger");

        foreach (
            var path in new[]
            {
                $"/api/scoring/cycles/{cycle}",
                $"/api/scoring/cycles/{cycle}/results",
                $"/api/scoring/cycles/{cycle}/results/gj07/explanation",
                $"/api/payout/sheets/{cycle}",
                $"/api/hotline/rates?cycle={cycle}",
            }
        )
        {
            var refusal = await Assert.ThrowsAsync<PlatformException>(() =>
                stranger.GetAsync(path, CancellationToken.None)
            );
            Assert.Equal(
                (path, HttpStatusCode.NotFound, "not-found"),
                (path, refusal.Status, refusal.Code)
            );
        }

        Assert.Empty(
            (await stranger.GetAsync("/api/scoring/areas", CancellationToken.None))!.AsArray()
        );
    }

    [Theory]
    [InlineData("survey", "/api/survey/campaigns")]
    [InlineData("hotline", "/api/hotline/tickets")]
    [InlineData("scoring", "/api/scoring/areas")]
    [InlineData("payout", "/api/payout/sheets")]
    public async Task ServiceReachedWithoutTheGateway_RefusesWithoutATicket(
        string service,
        string path
    )
    {
        using var http = new HttpClient { BaseAddress = new Uri(platform.ServiceAddress(service)) };
        http.DefaultRequestHeaders.Add("X-Township", "gaojing");
        using var answer = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(
            "sign-in-required",
            (await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task AreaAccount_SeesItsOwnRankOnly()
    {
        var final = await platform.FinalAsync();
        var account = final.Account("area");
        var area = await platform.SignInAsync(account.UserName, account.Password);
        var path = $"/api/scoring/cycles/{final.Year.Cycle}/results";

        var rows = (await area.GetAsync(path, CancellationToken.None))!["areas"]!.AsArray();

        var ranked = Assert.Single(rows, row => row!["rank"] is not null);
        Assert.Equal(
            ("gj07", 2),
            (ranked!["id"]!.GetValue<string>(), ranked["rank"]!.GetValue<int>())
        );
        await Assert.ThrowsAsync<PlatformException>(() =>
            area.GetAsync($"{path}/gj09/explanation", CancellationToken.None)
        );
        await Assert.ThrowsAsync<PlatformException>(() =>
            area.GetAsync($"/api/payout/sheets/{final.Year.Cycle}", CancellationToken.None)
        );
    }

    private static async Task<JsonNode> ImportAsync(PlatformClient client, string path, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"assessment-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, text);
        var report = (await client.UploadAsync(path, file, CancellationToken.None))!;
        File.Delete(file);
        var id = report["id"]!.GetValue<string>();
        await Eventually.HoldsAsync(
            async () =>
            {
                report = (
                    await client.GetAsync($"/api/scoring/imports/{id}", CancellationToken.None)
                )!;
                return report["status"]!.GetValue<string>() is "completed" or "refused";
            },
            TimeSpan.FromSeconds(60)
        );
        return report;
    }
}
