using System.Text.Json.Nodes;
using Assessment.Demo;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Testing.Cases;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>A township that assesses areas and their staff by 静安's guidance: the first case of the scheme, final.</summary>
internal sealed class StaffYear
{
    public const string Scheme = "jingan-guidance";
    private static readonly string Case = Path.Combine(
        Repository.Root,
        "schemes",
        Scheme,
        "cases",
        "1"
    );
    private readonly PlatformClient _administrator;

    private StaffYear(PlatformClient administrator) => _administrator = administrator;

    public string Cycle { get; private set; } = "";

    /// <summary>What the case must give.</summary>
    public static JsonNode Expected { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Case, "expected.json")))!;

    public static async Task<StaffYear> FinalizeAsync(
        PlatformClient administrator,
        PlatformClient leader,
        Func<string, Task<PlatformClient>> area,
        DaysAhead days
    )
    {
        var facts = FactSetJson.Read(await File.ReadAllTextAsync(Path.Combine(Case, "facts.json")));
        var year = new StaffYear(administrator);
        await year.ImportAsync("areas", CaseTables.Areas(facts));
        await year.ImportAsync("staff", CaseTables.Staff(facts));
        await year.PostAsync("/api/scoring/schemes", new { catalogId = Scheme });
        var opened = await year.PostAsync(
            "/api/scoring/cycles",
            new { scheme = Scheme, year = facts.Year }
        );
        year.Cycle = (string)opened["id"]!;
        var cycle = $"/api/scoring/cycles/{year.Cycle}";
        await year.PostAsync($"{cycle}/start-scoring", new { });
        await year.ImportAsync("scores", CaseTables.Scores(facts.Facts));
        await year.ImportAsync("events", CaseTables.Events(facts));
        await year.PostAsync($"{cycle}/calculate", new { });
        await Eventually.HoldsAsync(async () =>
            (string?)(await year.GetAsync(cycle))["state"] == "calculated"
        );
        var areas = new Dictionary<string, PlatformClient>();
        foreach (var one in facts.Areas)
        {
            areas.Add(one.Id, await area(one.Id));
        }

        await new ProcedureWalk(
            year.Cycle,
            administrator,
            leader,
            one => areas[one],
            days.PassAsync,
            _ => { }
        ).UntilFinalAsync(CancellationToken.None);
        return year;
    }

    public async Task<JsonNode> ResultsAsync() =>
        await GetAsync($"/api/scoring/cycles/{Cycle}/results");

    private async Task<JsonNode> GetAsync(string path) =>
        (await _administrator.GetAsync(path, CancellationToken.None))!;

    private async Task<JsonNode> PostAsync(string path, object body) =>
        (await _administrator.PostAsync(path, body, CancellationToken.None))!;

    private async Task ImportAsync(string kind, string table)
    {
        var folder = Directory.CreateTempSubdirectory("assessment-staff-");
        var file = Path.Combine(folder.FullName, $"{kind}.csv");
        await File.WriteAllTextAsync(file, table);
        var query = Cycle.Length > 0 ? $"?cycle={Cycle}" : "";
        var job = (
            await _administrator.UploadAsync(
                $"/api/scoring/imports/{kind}{query}",
                file,
                CancellationToken.None
            )
        )!;
        var path = $"/api/scoring/imports/{job["id"]}";
        await Eventually.HoldsAsync(async () =>
            (string?)(job = await GetAsync(path))["status"] is "completed" or "refused"
        );
        Assert.Equal(("completed", 0), ((string?)job["status"], (int)job["problemCount"]!));
        folder.Delete(recursive: true);
    }
}
