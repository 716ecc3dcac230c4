using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Benchmarks.Imports;
using Assessment.Contracts;
using Assessment.Engine.Reading;
using Assessment.Scoring.Cycles;
using Assessment.Testing;
using Assessment.Testing.Hosts;

namespace Assessment.Benchmarks.Lists;

/// <summary>A township with every register full, areas and staff changed once since they were entered, and a calculated cycle.</summary>
internal sealed class FilledTownship(ScoringUnderLoad service, string name)
{
    private const int Areas = 1_000;
    private const int Staff = 10_000;
    private const int Departments = 30;

    // What is measured comes afterwards.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private const string Scheme = "jingan-guidance";
    private const int Year = 2024;

    public static readonly string[] Registers =
    [
        "areas",
        "departments",
        "staff",
        "postings",
        "certificates",
        "contacts",
        "households",
    ];

    public HttpClient Client { get; } = service.As(name);

    public string Cycle { get; private set; } = "";

    public async Task FillAsync()
    {
        foreach (var register in Registers)
        {
            await ImportAsync(register, "甲");
        }

        await ImportAsync("areas", "乙");
        await ImportAsync("staff", "乙");

        await PostAsync("/api/scoring/schemes", new { catalogId = Scheme });
        var opened = await PostAsync("/api/scoring/cycles", new { scheme = Scheme, year = Year });
        Cycle = (string)opened["id"]!;
        var cycle = $"/api/scoring/cycles/{Cycle}";
        await PostAsync($"{cycle}/start-scoring", new { });
        var request = (Guid)(await PostAsync($"{cycle}/calculate", new { }))["request"]!;
        await AnswerAsync(request);
        await Eventually.HoldsAsync(
            "calculated",
            async () => (string?)(await GetAsync(cycle))["state"] == "calculated",
            Patience
        );
    }

    public async Task<JsonNode> GetAsync(string path) =>
        (await Client.GetFromJsonAsync<JsonNode>(path))!;

    /// <summary>No source has anything to report.</summary>
    private async Task AnswerAsync(Guid request)
    {
        var scheme = SchemeReader.Read(
            await File.ReadAllTextAsync(
                Path.Combine(AppContext.BaseDirectory, "schemes", Scheme, "scheme.yaml")
            ),
            "scheme.yaml"
        );
        foreach (var collector in CyclePlan.Of(scheme, Year).Collectors)
        {
            await service.PublishAsync(
                new SourceAnswered(
                    name,
                    Guid.Parse(Cycle),
                    request,
                    collector.Name,
                    1,
                    0,
                    new Dictionary<string, long>()
                )
            );
        }
    }

    private async Task ImportAsync(string register, string version)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(FileOf(register, version)), "file", $"{register}.csv" },
        };
        var report = await PostAsync($"/api/scoring/imports/{register}", form);
        var path = $"/api/scoring/imports/{report["id"]}";
        await Eventually.HoldsAsync(
            $"import of {register}",
            async () =>
            {
                report = await GetAsync(path);
                return (string?)report["status"] is "completed" or "refused";
            },
            Patience
        );
        if (report["problems"]!.AsArray().Count > 0 || (string?)report["status"] != "completed")
        {
            throw new InvalidOperationException(report.ToJsonString());
        }
    }

    private static byte[] FileOf(string register, string version) =>
        register switch
        {
            "areas" => Table(
                "编号,名称,类别,总户数,党员数",
                Areas,
                row => $"a{row},{version}{row}居民区,普通,{500 + row},{row % 200}"
            ),
            "departments" => Table(
                "名称,全称,联系人,分管领导",
                Departments,
                row => $"第{row}办公室,{version}{row}办公室,,王某"
            ),
            "staff" => Table(
                "编号,居民区,姓名,职务",
                Staff,
                row =>
                    $"p{row},a{row % Areas},{version}{row},{(row < Areas ? "secretary" : "socialWorker")}"
            ),
            "postings" => Table(
                "人员,居民区,职务,任职起,任职止,病事假天数",
                Staff,
                row =>
                    $"p{row},a{row % Areas},{(row < Areas ? "secretary" : "socialWorker")},2023-01-01,,{(version == "甲" ? 1 : 2)}"
            ),
            "certificates" => Table(
                "人员,证书,证书编号,取得日期",
                Staff,
                row => $"p{row},社会工作者,{row},{(version == "甲" ? "2023" : "2024")}-06-03"
            ),
            "contacts" => Table(
                "居民区,联系领导,联系起,联系止",
                Areas,
                row => $"a{row},王某,2024-01-01,{(version == "甲" ? "" : "2030-12-31")}"
            ),
            _ => Table(
                "居民区,楼栋,户编码,手机号后四位",
                Staff,
                row => $"a{row % Areas},{version}{row} 号楼,{row}-101,"
            ),
        };

    private static byte[] Table(string header, int rows, Func<int, string> row)
    {
        var file = new StringBuilder(header);
        for (var at = 0; at < rows; at++)
        {
            file.Append(CultureInfo.InvariantCulture, $"\n{row(at)}");
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        using var json = JsonContent.Create(body);
        return await PostAsync(path, json);
    }

    private async Task<JsonNode> PostAsync(string path, HttpContent body)
    {
        using var answer = await Client.PostAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{path}: {text}");
    }
}
