using System.Text.Json.Nodes;
using Assessment.Demo;

namespace Assessment.EndToEnd.Tests;

/// <summary>A township that assesses areas and their staff by 静安's guidance: the first case of the scheme, final.</summary>
internal sealed class StaffYear
{
    public const string Scheme = "jingan-guidance";
    private readonly CaseYear _year;

    private StaffYear(CaseYear year) => _year = year;

    public string Cycle => _year.Cycle;

    /// <summary>What the case must give.</summary>
    public static JsonNode Expected { get; } =
        JsonNode.Parse(File.ReadAllText(CaseYear.File(Scheme, "expected.json")))!;

    public static async Task<StaffYear> FinalizeAsync(
        Platform platform,
        string township,
        PlatformClient administrator,
        PlatformClient leader
    )
    {
        var year = await CaseYear.CalculateAsync(platform, township, administrator, leader, Scheme);
        var areas = new Dictionary<string, PlatformClient>();
        foreach (var one in year.Facts.Areas)
        {
            areas.Add(one.Id, await platform.AreaAsync(township, one.Id));
        }

        await new ProcedureWalk(
            year.Cycle,
            administrator,
            leader,
            one => areas[one],
            platform.Days.PassAsync,
            _ => { }
        ).UntilFinalAsync(CancellationToken.None);
        return new StaffYear(year);
    }

    public Task<JsonNode> ResultsAsync() => _year.GetAsync($"{_year.Path}/results");
}
