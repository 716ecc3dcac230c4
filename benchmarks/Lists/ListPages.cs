using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Benchmarks.Imports;

namespace Assessment.Benchmarks.Lists;

/// <summary>
/// How long the lists of a township with 1,000 areas and 10,000 staff take through the HTTP API, each next to an empty
/// list: the first page, a search, filters and the last page of every register, a row's history, and the results.
/// </summary>
internal static class ListPages
{
    private const int Requests = 50;
    private const int WarmUp = 5;
    private const string Empty = "empty list";

    /// <param name="args"><c>sheet</c> measures a department's sheet instead.</param>
    public static async Task Main(string[] args)
    {
        var service = new ScoringUnderLoad();
        await service.InitializeAsync();
        if (args is ["sheet"])
        {
            await SheetGrid.MeasureAsync(service);
            await service.DisposeAsync();
            return;
        }

        var township = new FilledTownship(service, "full");
        await township.FillAsync();
        var paths = new List<(string Name, string Path, HttpClient Client)>
        {
            (Empty, "/api/scoring/registers/households", service.As("empty")),
        };
        foreach (var (name, path) in await PathsAsync(township))
        {
            paths.Add((name, path, township.Client));
        }

        var times = paths.ToDictionary(one => one.Name, _ => new List<double>());
        // In turn, so that whatever else the machine does falls on all of them.
        for (var request = 0; request < WarmUp + Requests; request++)
        {
            foreach (var (name, path, client) in paths)
            {
                var taken = await MillisecondsAsync(client, path);
                if (request >= WarmUp)
                {
                    times[name].Add(taken);
                }
            }
        }

        var empty = Share(times[Empty], 0.5);
        Console.WriteLine("| list | p50 | p95 | p50 ÷ empty list |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, _, _) in paths)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {Share(times[name], 0.5):0.0} ms | {Share(times[name], 0.95):0.0} ms | {Share(times[name], 0.5) / empty:0.0} |"
                )
            );
        }

        await service.DisposeAsync();
    }

    private static async Task<List<(string Name, string Path)>> PathsAsync(FilledTownship township)
    {
        var paths = new List<(string, string)>
        {
            ("all registers with their columns", "/api/scoring/registers"),
        };
        foreach (var cycle in new[] { "", $"cycle={township.Cycle}" })
        {
            var of = cycle.Length == 0 ? "" : " of the cycle";
            foreach (
                var register in cycle.Length == 0 ? FilledTownship.Registers : ["areas", "staff"]
            )
            {
                var list = $"/api/scoring/registers/{register}?{cycle}&size=50";
                var total = (int)(await township.GetAsync(list))["total"]!;
                paths.Add(($"{register}{of} ({total:N0}), first page", list));
                paths.Add(($"{register}{of}, last page", $"{list}&page={(total + 49) / 50}"));
                paths.Add(($"{register}{of}, search", $"{list}&q=77"));
                paths.Add(($"{register}{of}, by state", $"{list}&state=current"));
                paths.Add(($"{register}{of}, by area", $"{list}&area=a77"));
            }
        }

        var row = (await township.GetAsync("/api/scoring/registers/staff?q=p77"))["rows"]![0]!;
        paths.Add(("history of a row", $"/api/scoring/registers/staff/{row["id"]}/history"));
        paths.Add(("results", $"/api/scoring/cycles/{township.Cycle}/results"));
        return paths;
    }

    private static async Task<double> MillisecondsAsync(HttpClient client, string path)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        clock.Stop();
        return answer.IsSuccessStatusCode
            ? clock.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    private static double Share(List<double> times, double share) =>
        times.Order().ElementAt((int)(share * (times.Count - 1)));
}
