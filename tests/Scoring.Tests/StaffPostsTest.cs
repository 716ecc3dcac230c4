using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Scoring.Staff;
using Assessment.ServiceDefaults.DomainExceptions;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>A post is understood by its id or its title; anybody else would be paid nothing, in silence.</summary>
[Collection(ScoringService.Name)]
public sealed class StaffPostsTest(ScoringHost host)
{
    private const string Areas =
        "id,name,category,households,party_members\na1,甲居民区,普通,1000,100\na2,乙居民区,普通,800,80\n";
    private const string StaffHeader = "id,area,name,post,presiding,on_site\n";

    [Fact]
    public async Task TitlesInTheRegister_BeforeASchemeIsAdopted_AreThePostsOfTheResult()
    {
        var year = await RegisteredAsync("p1,a1,张三,书记,,\np2,a2,李四,secretary,,\n");
        await year.OpenCycleAsync(2024);
        await year.PostAsync("/start-scoring");

        await year.CalculateAsync();

        var facts = await year.GetAsync($"{year.Path}/results/facts.json");
        Assert.Equal(
            ["secretary", "secretary"],
            facts["staff"]!.AsArray().Select(person => (string?)person!["post"])
        );
    }

    [Fact]
    public async Task PostThatTheSchemeDoesNotKnow_StopsTheAdoption_NamingPeopleAndTheNearestTitle()
    {
        var year = await RegisteredAsync(
            "p1,a1,张三,书计,,\np2,a2,李四,书记,,\np3,a2,王五,保安,,\n"
        );

        var problem = await AdoptAsync(year, HttpStatusCode.Conflict);

        Assert.Equal(
            DomainException.CodeOf(typeof(StaffMustBeKnownToTheSchemes)),
            (string?)problem["code"]
        );
        var named = problem["problems"]!.AsArray().Select(one => (string)one!["message"]!).ToList();
        Assert.Equal(2, named.Count);
        Assert.StartsWith("张三（p1）", named[0], StringComparison.Ordinal);
        Assert.Contains("最接近的是“书记”", named[0], StringComparison.Ordinal);
        Assert.StartsWith("王五（p3）", named[1], StringComparison.Ordinal);

        // Mended, it goes on.
        await year.ImportAsync(
            "staff",
            StaffHeader + "p1,a1,张三,书记,,\np3,a2,王五,社区工作者,,\n"
        );
        await AdoptAsync(year, HttpStatusCode.Created);
    }

    [Fact]
    public async Task PostThatTheChosenVersionDoesNotKnow_StopsTheOpening()
    {
        var year = await RegisteredAsync("p1,a1,张三,书记,,\n");
        var first = (string?)(await AdoptAsync(year, HttpStatusCode.Created))["version"];
        // A later version knows another post, and somebody has it by then.
        var text = CaseFiles.Text("gaojing-2024", "scheme.yaml");
        using var later = await year.Admin.PostAsJsonAsync(
            "/api/scoring/schemes",
            new
            {
                yaml = text.Replace(
                    "posts:\n",
                    "posts:\n  propagandist: 宣传委员\n",
                    StringComparison.Ordinal
                ),
            }
        );
        Assert.Equal(HttpStatusCode.Created, later.StatusCode);
        await year.ImportAsync("staff", StaffHeader + "p2,a1,李四,宣传委员,,\n");

        using var opened = await year.Admin.PostAsJsonAsync(
            "/api/scoring/cycles",
            new
            {
                scheme = "gaojing-2024",
                year = 2024,
                version = first,
            }
        );

        Assert.Equal(HttpStatusCode.Conflict, opened.StatusCode);
        var problem = JsonNode.Parse(await opened.Content.ReadAsStringAsync())!;
        Assert.Contains(
            "李四",
            (string)Assert.Single(problem["problems"]!.AsArray())!["message"]!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task PostThatTheSchemeDoesNotKnow_IsRefusedAtImport()
    {
        var year = await RegisteredAsync("p1,a1,张三,书记,,\n");
        await AdoptAsync(year, HttpStatusCode.Created);

        var report = await year.ImportAsync(
            "staff",
            StaffHeader + "p2,a1,李四,书计,,\np3,a1,王五,社区工作者,,\np4,a1,赵六,director,,\n"
        );

        var refused = Assert.Single(report["problems"]!.AsArray())!;
        Assert.Equal(
            (2, "post", "unknownPost"),
            ((int)refused["line"]!, (string?)refused["column"], (string?)refused["code"])
        );
        Assert.Contains("最接近的是“书记”", (string)refused["message"]!, StringComparison.Ordinal);
        Assert.Equal(2, (int)report["counts"]!["accepted"]!);
    }

    private async Task<TownshipYear> RegisteredAsync(string people)
    {
        var year = TownshipYear.Empty(host);
        await year.ImportAsync("areas", Areas);
        await year.ImportAsync("staff", StaffHeader + people);
        return year;
    }

    private static async Task<JsonNode> AdoptAsync(TownshipYear year, HttpStatusCode expected)
    {
        using var answer = await year.Admin.PostAsJsonAsync(
            "/api/scoring/schemes",
            new { catalogId = "gaojing-2024" }
        );
        Assert.Equal(expected, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
