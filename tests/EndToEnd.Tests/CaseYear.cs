using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Demo;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Testing.Cases;
using Assessment.Testing.Hosts;
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

    /// <param name="leader">Who signs the departments' sheets.</param>
    public static async Task<CaseYear> CalculateAsync(
        Platform platform,
        string township,
        PlatformClient administrator,
        PlatformClient leader,
        string scheme
    )
    {
        var text = await System.IO.File.ReadAllTextAsync(File(scheme, "facts.json"));
        var year = new CaseYear(administrator, FactSetJson.Read(text));
        var rules = SchemeReader.Read(
            await System.IO.File.ReadAllTextAsync(
                System.IO.Path.Combine(Repository.Root, "schemes", scheme, "scheme.yaml")
            ),
            "scheme.yaml"
        );
        await year.ImportAsync("areas", CaseTables.Areas(year.Facts));
        await year.ImportAsync("staff", CaseTables.Staff(year.Facts));
        await year.PostAsync("/api/scoring/schemes", new { catalogId = scheme });
        var opened = await year.PostAsync(
            "/api/scoring/cycles",
            new { scheme, year = year.Facts.Year }
        );
        year.Cycle = (string)opened["id"]!;
        await year.PostAsync($"{year.Path}/start-scoring", new { });
        await year.PlayPanelsAsync(platform, township, rules);
        await year.ImportAsync(
            "scores",
            CaseTables.Scores([.. year.Facts.Facts.Where(fact => !rules.IsOfPanel(fact))])
        );
        await year.ImportAsync("events", CaseTables.Events(year.Facts));
        await new SheetWalk(
            year.Cycle,
            administrator,
            async departments => await platform.ScorerAsync(township, departments),
            leader
        ).SignAsync(CancellationToken.None);
        await year.CheckAndApproveEventsAsync();
        await year.PostAsync($"{year.Path}/calculate", new { });
        await Eventually.HoldsAsync(async () =>
            (string?)(await year.GetAsync(year.Path))["state"] == "calculated"
        );
        return year;
    }

    /// <summary>By schemes of which no department checks anything.</summary>
    private Task<(int Checked, int Approved)> CheckAndApproveEventsAsync() =>
        new EventWalk(
            Cycle,
            _administrator,
            department => throw new InvalidOperationException($"{department} checks nothing.")
        ).CheckAndApproveAsync(CancellationToken.None);

    public async Task<JsonNode> GetAsync(string path) =>
        (await _administrator.GetAsync(path, CancellationToken.None))!;

    public async Task<JsonNode> PostAsync(string path, object body) =>
        (await _administrator.PostAsync(path, body, CancellationToken.None))!;

    /// <summary>Waits until it has arrived: no service is asked for it before a calculation.</summary>
    private async Task PlayPanelsAsync(Platform platform, string township, Scheme scheme)
    {
        var reports = CaseReports
            .OfPanels(scheme, Facts, township, Guid.Parse(Cycle), DateTimeOffset.UtcNow)
            .ToList();
        await using var panels = await PlayedSource.StartAsync(platform.Broker.ConnectionString);
        foreach (var report in reports)
        {
            await panels.PublishAsync(report);
        }

        await Eventually.HoldsAsync(async () =>
            (await GetAsync($"{Path}/facts"))
                .AsArray()
                .Where(entry => (string?)entry!["source"] == Collector.Panel.Name)
                .DistinctBy(entry => (string?)entry!["subject"])
                .Count() == reports.Count
        );
    }

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
