using System.Text.Json.Nodes;
using Assessment.Demo;
using Assessment.Engine.Facts;
using Assessment.Testing.Cases;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>A township by one of the schemes of which no service collects anything: the scheme's first case, calculated.</summary>
internal sealed class CaseYear
{
    private readonly PlatformClient _administrator;

    private CaseYear(PlatformClient administrator, FactSet facts) =>
        (_administrator, Facts) = (administrator, facts);

    public FactSet Facts { get; }

    /// <summary>Id of the cycle.</summary>
    public string Cycle { get; private set; } = "";

    public string Path => $"/api/scoring/cycles/{Cycle}";

    /// <summary>A file of the scheme's first case.</summary>
    public static string File(string scheme, string name) =>
        System.IO.Path.Combine(Repository.Root, "schemes", scheme, "cases", "1", name);

    public static async Task<CaseYear> CalculateAsync(PlatformClient administrator, string scheme)
    {
        var text = await System.IO.File.ReadAllTextAsync(File(scheme, "facts.json"));
        var year = new CaseYear(administrator, FactSetJson.Read(text));
        await year.ImportAsync("areas", CaseTables.Areas(year.Facts));
        await year.ImportAsync("staff", CaseTables.Staff(year.Facts));
        await year.PostAsync("/api/scoring/schemes", new { catalogId = scheme });
        var opened = await year.PostAsync(
            "/api/scoring/cycles",
            new { scheme, year = year.Facts.Year }
        );
        year.Cycle = (string)opened["id"]!;
        await year.PostAsync($"{year.Path}/start-scoring", new { });
        await year.ImportAsync("scores", CaseTables.Scores(year.Facts.Facts));
        await year.ImportAsync("events", CaseTables.Events(year.Facts));
        await year.PostAsync($"{year.Path}/calculate", new { });
        await Eventually.HoldsAsync(async () =>
            (string?)(await year.GetAsync(year.Path))["state"] == "calculated"
        );
        return year;
    }

    public async Task<JsonNode> GetAsync(string path) =>
        (await _administrator.GetAsync(path, CancellationToken.None))!;

    public async Task<JsonNode> PostAsync(string path, object body) =>
        (await _administrator.PostAsync(path, body, CancellationToken.None))!;

    private async Task ImportAsync(string kind, string table)
    {
        var folder = Directory.CreateTempSubdirectory("assessment-case-");
        var file = System.IO.Path.Combine(folder.FullName, $"{kind}.csv");
        await System.IO.File.WriteAllTextAsync(file, table);
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
