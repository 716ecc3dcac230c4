using System.Net;
using System.Text.Json.Nodes;

namespace Assessment.Demo;

/// <summary>
/// A township's year: raw files in, the cycle led through its scheme's procedure to final results and payout sheets.
/// Interrupted anywhere and begun again, it goes on where it was.
/// </summary>
/// <param name="platform">The administrator.</param>
/// <param name="leader">Who signs for the township, and the departments' sheets.</param>
/// <param name="scorer">Who scores for all departments.</param>
/// <param name="pass">Lets so many days pass, so that a publicity ends.</param>
public sealed class TownshipYear(
    PlatformClient platform,
    PlatformClient leader,
    PlatformClient scorer,
    Func<int, CancellationToken, Task> pass,
    string folder,
    TimeProvider time,
    Action<string> tell
)
{
    public const string Scheme = "gaojing-2024";
    private const int Year = 2024;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>The administrator.</summary>
    public PlatformClient Office => platform;

    /// <summary>Id of the cycle, after <see cref="OpenAsync"/>.</summary>
    public string Cycle { get; private set; } = "";

    /// <summary>The reports of the imports by kind, as they ended.</summary>
    public Dictionary<string, JsonNode> Reports { get; } = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (await StateAsync(cancellationToken) is not ("frozen" or "final"))
        {
            await CollectAsync(cancellationToken);
            await CalculateAsync(cancellationToken);
        }

        await FinalizeAsync(cancellationToken);
        await Procedure().UntilAsync(kind: null, cancellationToken);
    }

    /// <summary>Areas and staff, the scheme, the cycle; waits until the other services know of it.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await ImportAsync("scoring", "areas", "areas.csv", cancellationToken);
        await ImportAsync("scoring", "staff", "staff.csv", cancellationToken);
        var adopted = await platform.PostAsync(
            "/api/scoring/schemes",
            new { catalogId = Scheme },
            cancellationToken
        );
        tell($"采用考核方案 {adopted!["id"]}");
        Cycle = await OpenCycleAsync(cancellationToken);
        await UntilAsync(
            "测评活动建立",
            async () =>
                (
                    await platform.GetAsync(
                        $"/api/survey/campaigns?cycle={Cycle}",
                        cancellationToken
                    )
                )!
                    .AsArray()
                    .Count > 0,
            cancellationToken
        );
        await UntilAsync(
            "热线统计期建立",
            () => IsThereAsync($"/api/hotline/rates?cycle={Cycle}", cancellationToken),
            cancellationToken
        );
    }

    /// <summary>The year's raw files; what is entered for the departments is submitted by them and signed.</summary>
    public async Task CollectAsync(CancellationToken cancellationToken)
    {
        if (await StateAsync(cancellationToken) == "open")
        {
            await platform.PostAsync(
                $"/api/scoring/cycles/{Cycle}/start-scoring",
                new { },
                cancellationToken
            );
        }

        await Task.WhenAll(
            ImportAsync("survey", "responses", "responses.csv", cancellationToken),
            ImportAsync("hotline", "tickets", "tickets.csv", cancellationToken),
            ImportAsync("scoring", "scores", "scores.csv", cancellationToken),
            ImportAsync("scoring", "events", "events.csv", cancellationToken)
        );
        var signed = await new SheetWalk(
            Cycle,
            platform,
            _ => Task.FromResult<ICaller>(scorer),
            leader
        ).SignAsync(cancellationToken);
        if (signed > 0)
        {
            tell($"各部门提交评分表，分管领导签批：{signed} 张");
        }
        await CheckAndApproveEventsAsync(cancellationToken);
    }

    private async Task CheckAndApproveEventsAsync(CancellationToken cancellationToken)
    {
        var (checks, approvals) = await new EventWalk(
            Cycle,
            platform,
            _ => Task.FromResult<ICaller>(scorer)
        ).CheckAndApproveAsync(cancellationToken);
        tell($"加减分事项：部门核实 {checks} 条，牵头办公室核准 {approvals} 条");
    }

    public async Task CalculateAsync(CancellationToken cancellationToken)
    {
        await platform.PostAsync(
            $"/api/scoring/cycles/{Cycle}/calculate",
            new { },
            cancellationToken
        );
        await UntilAsync(
            "成绩计算",
            async () => await StateAsync(cancellationToken) is "calculated" or "frozen" or "final",
            cancellationToken
        );
    }

    /// <summary>From calculated through the scheme's whole procedure, announcement and feedback, too; waits until there is a sheet.</summary>
    public async Task FinalizeAsync(CancellationToken cancellationToken)
    {
        await Procedure().UntilAsync(kind: null, cancellationToken);
        await UntilAsync(
            "绩效发放表生成",
            () => IsThereAsync($"/api/payout/sheets/{Cycle}", cancellationToken),
            cancellationToken
        );
    }

    public async Task<JsonNode> ResultsAsync(CancellationToken cancellationToken) =>
        (await platform.GetAsync($"/api/scoring/cycles/{Cycle}/results", cancellationToken))!;

    public async Task<JsonNode> SheetAsync(CancellationToken cancellationToken) =>
        (await platform.GetAsync($"/api/payout/sheets/{Cycle}", cancellationToken))!;

    private ProcedureWalk Procedure() =>
        new(
            Cycle,
            platform,
            leader,
            area => throw new InvalidOperationException($"{area} has nothing to propose."),
            pass,
            step => tell($"办理程序：{step}")
        );

    private async Task<string> StateAsync(CancellationToken cancellationToken) =>
        (await platform.GetAsync($"/api/scoring/cycles/{Cycle}", cancellationToken))![
            "state"
        ]!.GetValue<string>();

    private async Task<string> OpenCycleAsync(CancellationToken cancellationToken)
    {
        if (await FindCycleAsync(cancellationToken) is { } there)
        {
            return there;
        }

        try
        {
            await platform.PostAsync(
                "/api/scoring/cycles",
                new { scheme = Scheme, year = Year },
                cancellationToken
            );
            tell($"开启 {Year} 年度考核周期");
        }
        catch (PlatformException refusal) when (refusal.Status == HttpStatusCode.Conflict)
        {
            // A repeated call whose first answer was lost.
        }

        return await FindCycleAsync(cancellationToken)
            ?? throw new InvalidOperationException("The cycle was opened but is not listed.");
    }

    private async Task<string?> FindCycleAsync(CancellationToken cancellationToken) =>
        (await platform.GetAsync("/api/scoring/cycles", cancellationToken))!
            .AsArray()
            .Where(cycle =>
                cycle!["scheme"]!.GetValue<string>() == Scheme
                && cycle["year"]!.GetValue<int>() == Year
            )
            .Select(cycle => cycle!["id"]!.GetValue<string>())
            .SingleOrDefault();

    private async Task<bool> IsThereAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await platform.GetAsync(path, cancellationToken);
            return true;
        }
        catch (PlatformException refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task ImportAsync(
        string service,
        string kind,
        string file,
        CancellationToken cancellationToken
    )
    {
        var query = Cycle.Length > 0 ? $"?cycle={Cycle}" : "";
        var job = await platform.UploadAsync(
            $"/api/{service}/imports/{kind}{query}",
            Path.Combine(folder, file),
            cancellationToken
        );
        var id = job!["id"]!.GetValue<string>();
        var processed = 0;
        await UntilAsync(
            $"导入 {file}",
            async () =>
            {
                job = (await platform.GetAsync($"/api/{service}/imports/{id}", cancellationToken))!;
                var now = job["processed"]!.GetValue<int>();
                if (now > processed && now < job["rows"]!.GetValue<int>())
                {
                    tell($"导入 {file}：{now} / {job["rows"]} 行");
                }

                processed = now;
                return job["status"]!.GetValue<string>() is "completed" or "refused";
            },
            cancellationToken
        );
        Reports[kind] = job;
        if (job["status"]!.GetValue<string>() == "refused")
        {
            throw new InvalidOperationException($"{file}：{job["error"]!["message"]}");
        }

        tell(
            $"导入 {file} 完成：{job["rows"]} 行，接收 {job["counts"]!["accepted"]} 行，有误 {job["problemCount"]} 行"
        );
    }

    private async Task UntilAsync(
        string what,
        Func<Task<bool>> condition,
        CancellationToken cancellationToken
    )
    {
        var began = time.GetUtcNow();
        var reported = began;
        while (!await condition())
        {
            var now = time.GetUtcNow();
            if (now - began > Limit)
            {
                throw new TimeoutException($"{what}：{Limit.TotalMinutes:0} 分钟内没有完成。");
            }

            if (now - reported > TimeSpan.FromSeconds(5))
            {
                reported = now;
                tell($"等待{what}……");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
