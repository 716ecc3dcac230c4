using Assessment.Scoring.Storage;
using Assessment.Testing.Hosts.RandomCalls;
using Xunit;
using Xunit.Abstractions;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class RandomCallsTest(ScoringHost host, ITestOutputHelper output)
    : ServiceRandomCalls<Program, ScoringDb>(host, "scoring", output)
{
    protected override async Task<KnownThings> PrepareAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var happened = new
        {
            id = "e1",
            subject = "a1",
            rule = "honour",
            level = "city",
            date = "2024-09-01",
        };
        await year.PostAsync("/events", happened);
        await year.CalculateAsync();
        var import = await year.UploadAsync("areas", "id,name\n"u8.ToArray());
        const string cycle = "/api/scoring/cycles/{id}";
        return new KnownThings(
            year.Township,
            new Dictionary<string, string[]>
            {
                ["cycles/id"] = [year.Cycle.ToString()],
                ["imports/id"] = [import.ToString()],
                ["schemes/id"] = ["gaojing-2024"],
                ["id"] = ["e1", "e2", "e3"],
                ["cycle"] = [year.Cycle.ToString()],
                ["events/number"] = ["e1"],
                ["results/subject"] = ["a1", "p1"],
                ["imports/kind"] = ["areas", "staff", "departments", "scores", "events"],
                ["error-queues/queue"] = [ErrorQueue],
                ["area"] = ["a1", "a2", "p1"],
                ["subject"] = ["a1", "a2", "p1"],
                ["item"] = ["R1.1", "R1.2", "R4.1"],
                ["department"] = ["党建办"],
                ["rule"] = ["honour"],
                ["level"] = ["city", "district"],
                ["catalogId"] = ["gaojing-2024", "jiuting-2025"],
                ["scheme"] = ["gaojing-2024"],
                ["yaml"] = [SchemeText("gaojing-2024"), SchemeText("jiuting-2025")],
            },
            new Dictionary<string, object[]>
            {
                [$"POST {cycle}/scores"] =
                [
                    new
                    {
                        area = "a1",
                        item = "R1.1",
                        department = "党建办",
                        score = 90,
                        reason = "补报",
                    },
                ],
                [$"POST {cycle}/events"] =
                [
                    happened,
                    happened with
                    {
                        id = "e2",
                    },
                    happened with
                    {
                        id = "e3",
                        date = "2024-12-31",
                    },
                ],
            },
            Area: "a1",
            Department: "党建办",
            Tables:
            [
                "id,name,category,households,party_members\na1,甲居民区,普通,1000,100\n",
                "id,area,name,post,presiding,on_site\np1,a1,张三,secretary,,\n",
                "area,item,department,score,reason\na1,R1.1,党建办,90,补报\n",
                "id,subject,rule,level,date\ne3,a1,honour,city,2024-09-01\n",
            ]
        );
    }

    private static string SchemeText(string scheme) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemes", scheme, "scheme.yaml"));
}
