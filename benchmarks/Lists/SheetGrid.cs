using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assessment.Benchmarks.Imports;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing;

namespace Assessment.Benchmarks.Lists;

/// <summary>
/// How long a department's sheet of 6,000 cells takes through the HTTP API: 500 areas and gaojing-2024's 12 lines, all given to
/// one department. Opened empty and full, every cell saved, one cell saved, next to the list of sheets.
/// </summary>
internal static partial class SheetGrid
{
    private const int Areas = 500;
    private const int Rounds = 10;
    private const string Department = "社建办";

    public static async Task MeasureAsync(ScoringUnderLoad service)
    {
        const string Township = "sheet";
        using var office = service.As(Township);
        using var scorer = service.As(Township, Roles.DepartmentScorer, department: Department);
        var cycle = await OpenAsync(office);
        var sheet = $"{cycle}/sheets/cells?department={Uri.EscapeDataString(Department)}";
        var times = new Dictionary<string, List<double>>();
        await TimedAsync("opened, empty", () => scorer.GetAsync(sheet));
        for (var round = 1; round <= Rounds; round++)
        {
            var cells = Cells((await scorer.GetFromJsonAsync<JsonNode>(sheet))!, round);
            await TimedAsync("6,000 cells saved", () => SaveAsync(cells));
            await TimedAsync("opened, full", () => scorer.GetAsync(sheet));
            cells = Cells((await scorer.GetFromJsonAsync<JsonNode>(sheet))!, round + 0.5m);
            await TimedAsync("one cell saved", () => SaveAsync(cells[..1]));
            await TimedAsync("list of sheets", () => scorer.GetAsync($"{cycle}/sheets"));
        }

        var least = Median(times["list of sheets"]);
        Console.WriteLine("| sheet of 6,000 cells | median | longest | median ÷ list of sheets |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, taken) in times)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {Median(taken):0} ms | {taken.Max():0} ms | {Median(taken) / least:0.0} |"
                )
            );
        }

        Task<HttpResponseMessage> SaveAsync(IReadOnlyList<object> cells) =>
            scorer.PutAsJsonAsync($"{cycle}/sheets/cells", new { department = Department, cells });

        async Task TimedAsync(string name, Func<Task<HttpResponseMessage>> call)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await call();
            var text = await answer.Content.ReadAsStringAsync();
            if (!times.TryGetValue(name, out var taken))
            {
                times[name] = taken = [];
            }

            taken.Add(clock.Elapsed.TotalMilliseconds);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{name}: {text}");
            }
        }
    }

    /// <summary>Every cell with another value than before.</summary>
    private static List<object> Cells(JsonNode sheet, decimal value)
    {
        var versions = sheet["cells"]!
            .AsArray()
            .ToDictionary(
                cell => ((string)cell!["subject"]!, (string)cell["item"]!),
                cell => (long)cell!["version"]!
            );
        return
        [
            .. sheet["subjects"]!
                .AsArray()
                .SelectMany(subject =>
                    sheet["items"]!
                        .AsArray()
                        .Where(item => (string)item!["item"]! != "visits.false")
                        .Select(item =>
                            (Subject: (string)subject!["id"]!, Item: (string)item!["item"]!)
                        )
                )
                .Select(cell => new
                {
                    subject = cell.Subject,
                    item = cell.Item,
                    value,
                    version = versions.GetValueOrDefault(cell),
                }),
        ];
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <returns>The cycle's address.</returns>
    private static async Task<string> OpenAsync(HttpClient office)
    {
        var areas = new StringBuilder("id,name,category,households,party_members");
        for (var area = 0; area < Areas; area++)
        {
            areas.Append(CultureInfo.InvariantCulture, $"\na{area},第{area}居民区,普通,1000,50");
        }

        using var file = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(areas.ToString())), "file", "areas.csv" },
        };
        using var uploaded = await office.PostAsync("/api/scoring/imports/areas", file);
        var import = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!["id"];
        await Eventually.HoldsAsync(
            "areas",
            async () =>
                (string?)
                    (await office.GetFromJsonAsync<JsonNode>($"/api/scoring/imports/{import}"))![
                        "status"
                    ] == "completed"
        );
        var folder = Path.Combine(AppContext.BaseDirectory, "schemes", "gaojing-2024");
        var yaml = await File.ReadAllTextAsync(Path.Combine(folder, "scheme.yaml"));
        const string Questionnaire = "questionnaires/residents.yaml";
        await PostAsync(
            office,
            "/api/scoring/schemes",
            new
            {
                yaml = ScorersOfALine().Replace(yaml, $"departments: [{Department}]"),
                questionnaires = new Dictionary<string, string>
                {
                    [Questionnaire] = await File.ReadAllTextAsync(
                        Path.Combine(folder, Questionnaire)
                    ),
                },
            }
        );
        var opened = await PostAsync(
            office,
            "/api/scoring/cycles",
            new { scheme = "gaojing-2024", year = 2024 }
        );
        var cycle = $"/api/scoring/cycles/{opened["id"]}";
        await PostAsync(office, $"{cycle}/start-scoring", new { });
        return cycle;
    }

    private static async Task<JsonNode> PostAsync(HttpClient by, string path, object body)
    {
        using var answer = await by.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text.Length > 0 ? text : "{}")!
            : throw new InvalidOperationException($"{path}: {text}");
    }

    [GeneratedRegex(@"departments: \[[^\]]*\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScorersOfALine();
}
