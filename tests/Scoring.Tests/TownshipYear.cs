extern alias demo;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Scores;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Cases;
using Assessment.Testing.Hosts;
using demo::Assessment.Demo;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>A township of its own with a cycle, of gaojing-2024 unless another scheme is named, driven as people and services would.</summary>
public sealed class TownshipYear
{
    private const string TwoAreas =
        "id,name,category,households,party_members\na1,甲居民区,普通,1000,100\na2,乙居民区,普通,800,80\n";
    private const string TwoPeople =
        "id,area,name,post,presiding,on_site\np1,a1,张三,secretary,,\np2,a2,李四,director,,true\n";

    private TownshipYear(ScoringHost host, string township)
    {
        Host = host;
        Township = township;
        Admin = host.As(township);
    }

    public ScoringHost Host { get; }

    public string Township { get; }

    public HttpClient Admin { get; }

    public Guid Cycle { get; private set; }

    /// <summary>What the cycle runs by.</summary>
    public Scheme Scheme { get; private set; } = null!;

    public string Path => $"/api/scoring/cycles/{Cycle}";

    /// <summary>Two areas and two people, scheme adopted, cycle open.</summary>
    public static async Task<TownshipYear> OpenAsync(ScoringHost host)
    {
        var year = Empty(host);
        await year.ImportAsync("areas", TwoAreas);
        await year.ImportAsync("staff", TwoPeople);
        await year.OpenCycleAsync(2024);
        return year;
    }

    public static async Task<TownshipYear> ScoringAsync(ScoringHost host)
    {
        var year = await OpenAsync(host);
        await year.PostAsync("/start-scoring");
        return year;
    }

    /// <summary>A case of a scheme, fed through imports and messages and calculated.</summary>
    public static async Task<TownshipYear> CalculatedAsync(
        ScoringHost host,
        string scheme,
        string number = "1",
        bool rehearsal = false
    )
    {
        var facts = CaseFiles.Facts(scheme, number);
        var year = Empty(host);
        await year.ImportRegistersAsync(facts);
        await year.OpenCycleAsync(facts.Year, scheme);
        if (rehearsal)
        {
            await year.OpenRehearsalAsync(facts.Year);
        }

        await year.PostAsync("/start-scoring");
        await year.CalculateAsync(await year.FeedAsync(facts));
        await Eventually.HoldsAsync(
            "calculated",
            async () => (string?)(await year.ProgressAsync())["state"] == "calculated"
        );
        return year;
    }

    public static TownshipYear Empty(ScoringHost host) => new(host, $"t{Guid.NewGuid():N}");

    /// <param name="yaml">The scheme's text, where it is not the catalog's.</param>
    public async Task OpenCycleAsync(int year, string scheme = "gaojing-2024", string? yaml = null)
    {
        Scheme = yaml is null ? CaseFiles.Scheme(scheme) : CaseFiles.Changed(scheme, _ => yaml);
        using var adopted = await AdoptAsync(scheme, yaml);
        adopted.EnsureSuccessStatusCode();
        using var opened = await Admin.PostAsJsonAsync("/api/scoring/cycles", new { scheme, year });
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Cycle = (await ReadAsync(opened))["id"]!.GetValue<Guid>();
    }

    /// <summary>A rehearsal by the scheme that was adopted, from then on the cycle that is driven.</summary>
    public async Task OpenRehearsalAsync(int year)
    {
        using var opened = await Admin.PostAsJsonAsync(
            "/api/scoring/cycles",
            new
            {
                scheme = Scheme.Id,
                year,
                rehearsal = true,
            }
        );
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Cycle = (await ReadAsync(opened))["id"]!.GetValue<Guid>();
    }

    /// <summary>The usual scheme is adopted, and no cycle open.</summary>
    public async Task AdoptedAsync()
    {
        const string Usual = "gaojing-2024";
        Scheme = CaseFiles.Scheme(Usual);
        using var adopted = await AdoptAsync(Usual, yaml: null);
        adopted.EnsureSuccessStatusCode();
    }

    /// <param name="scheme">Of the catalog; of an own text the one that its questionnaire is taken from.</param>
    public Task<HttpResponseMessage> AdoptAsync(string scheme, string? yaml)
    {
        const string Questionnaire = "questionnaires/residents.yaml";
        return Admin.PostAsJsonAsync(
            "/api/scoring/schemes",
            yaml is null
                ? (object)new { catalogId = scheme }
                : new
                {
                    yaml,
                    questionnaires = new Dictionary<string, string>
                    {
                        [Questionnaire] = CaseFiles.Text(scheme, Questionnaire.Split('/')),
                    },
                }
        );
    }

    public Task<JsonNode> ImportAsync(string kind, string text) =>
        ImportAsync(kind, Encoding.UTF8.GetBytes(text));

    /// <summary>Imports and waits for the report.</summary>
    public async Task<JsonNode> ImportAsync(string kind, byte[] content)
    {
        var id = await UploadAsync(kind, content);
        JsonNode report = null!;
        await Eventually.HoldsAsync(
            $"import {kind}",
            async () =>
            {
                report = await GetAsync($"/api/scoring/imports/{id}");
                return (string?)report["status"] is "completed" or "refused";
            }
        );
        return report;
    }

    public async Task<Guid> UploadAsync(string kind, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", $"{kind}.csv" },
        };
        using var answer = await Admin.PostAsync(
            $"/api/scoring/imports/{kind}?cycle={Cycle}",
            form
        );
        answer.EnsureSuccessStatusCode();
        return (await ReadAsync(answer))["id"]!.GetValue<Guid>();
    }

    /// <summary>Uploads a text as evidence of the cycle.</summary>
    public async Task<Guid> EvidenceAsync(HttpClient? by = null, string purpose = "evidence")
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("slip"u8.ToArray()), "file", "slip.txt" },
        };
        using var answer = await (by ?? Admin).PostAsync(
            $"/api/scoring/files?cycle={Cycle}&purpose={purpose}",
            form
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {text}");
        return JsonNode.Parse(text)!["id"]!.GetValue<Guid>();
    }

    public Task<JsonNode> GetAsync(string path) => GetAsync(Admin, path);

    public static async Task<JsonNode> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await ReadAsync(answer);
    }

    public Task<JsonNode> ProgressAsync() => GetAsync(Path);

    /// <summary>Posts to the cycle, or sends otherwise.</summary>
    /// <param name="ifMatch">The version that it is made from; of whatever is there where it is left out.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpClient by,
        string step,
        object? body = null,
        string? ifMatch = "*",
        HttpMethod? method = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, Path + step)
        {
            Content = JsonContent.Create(body ?? new { }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await by.SendAsync(request);
    }

    /// <summary>Posts to the cycle, which must accept it.</summary>
    public Task<JsonNode> PostAsync(string step, object? body = null) =>
        PostAsync(Admin, step, body);

    /// <summary>Posts to the cycle by another account, which must accept it.</summary>
    public async Task<JsonNode> PostAsync(HttpClient by, string step, object? body = null)
    {
        using var answer = await SendAsync(by, step, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{step}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text.Length > 0 ? text : "{}")!;
    }

    /// <summary>Posts to the cycle, which must refuse it with the refusal's code.</summary>
    public async Task<JsonNode> IsRefusedAsync<TException>(
        string step,
        object? body = null,
        HttpClient? by = null
    )
        where TException : ServiceDefaults.DomainExceptions.DomainException
    {
        using var answer = await SendAsync(by ?? Admin, step, body);
        var problem = await ReadAsync(answer);
        Assert.Equal(
            ServiceDefaults.DomainExceptions.DomainException.CodeOf(typeof(TException)),
            (string?)problem["code"]
        );
        return problem;
    }

    /// <summary>Asks for a calculation and lets every source answer that it has reported nothing but <paramref name="versions"/>.</summary>
    public async Task<Guid> CalculateAsync(
        params (string Source, string Subject, long Version)[] versions
    )
    {
        var request = await AskAsync();
        foreach (var collector in CyclePlan.Of(Scheme, Scheme.Year).Collectors)
        {
            await AnswerAsync(
                request,
                collector.Name,
                1,
                0,
                [.. versions.Where(version => version.Source == collector.Name)]
            );
        }

        return request;
    }

    public async Task<Guid> AskAsync() =>
        (await PostAsync("/calculate"))["request"]!.GetValue<Guid>();

    public Task AnswerAsync(
        Guid request,
        string source,
        long sequence,
        int pending,
        params (string Source, string Subject, long Version)[] versions
    ) =>
        Host.DeliverAsync(
            new SourceAnswered(
                Township,
                Cycle,
                request,
                source,
                sequence,
                pending,
                versions.ToDictionary(
                    version => version.Subject,
                    version => version.Version,
                    StringComparer.Ordinal
                )
            )
        );

    public FactsReported Report(
        string source,
        string subject,
        long version,
        params ReportedFact[] facts
    ) => new(Township, Cycle, source, subject, version, DateTimeOffset.UtcNow, facts);

    public HttpClient Scorer(string department) =>
        Host.As(Township, Roles.DepartmentScorer, department: department);

    public HttpClient AreaAccount(string area) => Host.As(Township, Roles.Area, area: area);

    public HttpClient LeaderAccount() => Host.As(Township, Roles.Leader);

    /// <summary>Leads the cycle through its scheme's procedure, with days that pass.</summary>
    public ProcedureWalk Procedure =>
        new(
            $"{Cycle}",
            new Calling(Admin),
            new Calling(LeaderAccount()),
            area => new Calling(AreaAccount(area)),
            Host.Days.PassAsync,
            _ => { }
        );

    /// <summary>From calculated to final, everything confirmed as calculated.</summary>
    public Task FinalizeAsync() => Procedure.UntilFinalAsync(CancellationToken.None);

    /// <summary>The entries of the ledger, oldest first.</summary>
    public async Task<JsonNode[]> LedgerAsync(string? item = null) =>
        [
            .. (await GetAsync(item is null ? $"{Path}/facts" : $"{Path}/facts?item={item}"))
                .AsArray()
                .Reverse()
                .Select(entry => entry!),
        ];

    /// <summary>Facts and events of a case, each the way it would come in.</summary>
    /// <returns>What the sources have reported.</returns>
    public async Task<(string Source, string Subject, long Version)[]> FeedAsync(FactSet facts)
    {
        var collected = facts
            .Facts.GroupBy(fact => (Source: SourceOf(fact), fact.Subject))
            .ToList();
        foreach (var group in collected.Where(group => group.Key.Source is not null))
        {
            await Host.PublishAsync(
                Report(
                    group.Key.Source!,
                    group.Key.Subject,
                    1,
                    [.. group.Select(CaseReports.ToReported)]
                )
            );
        }

        // No service is asked for what panels report, so that nothing waits for it later.
        var rated = collected.Count(group => group.Key.Source == Collector.Panel.Name);
        await Eventually.HoldsAsync(
            "panels have reported",
            () =>
                Host.ReadAsync(
                    Township,
                    async db =>
                        await db.SourceReports.CountAsync(report =>
                            report.Cycle == Cycle && report.Source == Collector.Panel.Name
                        ) == rated
                )
        );

        var entered = collected
            .Where(group => group.Key.Source is null)
            .SelectMany(group => group)
            .ToList();
        // What a department gives that the scheme does not ask is refused, and was not counted in the case either.
        Assert.Equal(
            entered.Where(fact => !IsAsked(fact)).Select(_ => "wrongDepartment"),
            Codes(await ImportAsync("scores", CaseTables.Scores(entered)))
        );
        await FileRisksAsync(facts);
        Assert.Empty(Codes(await ImportAsync("events", CaseTables.Events(facts))));
        await SignSheetsAsync();
        await CheckAndApproveEventsAsync();
        return
        [
            .. collected
                .Where(group => group.Key.Source is not null)
                .Select(group => (group.Key.Source!, group.Key.Subject, 1L)),
        ];
    }

    /// <summary>What is on the departments' sheets is submitted by them and signed by the leader in charge, so that it counts.</summary>
    public async Task SignSheetsAsync()
    {
        await new SheetWalk(
            $"{Cycle}",
            new Calling(Admin),
            departments =>
                Task.FromResult<ICaller>(new Calling(Host.AsScorerOf(Township, departments))),
            new Calling(LeaderAccount())
        ).SignAsync(CancellationToken.None);
    }

    /// <summary>A signed sheet is opened again, scores on it are entered anew, and it is signed again.</summary>
    public async Task PutRightAsync(string department, string? period, params object[] scores)
    {
        await PostAsync(
            LeaderAccount(),
            "/sheets/reopen",
            new { sheets = new[] { new { department, period } }, reason = "复核更正" }
        );
        foreach (var score in scores)
        {
            await PostAsync("/scores", score);
        }

        await SignSheetsAsync();
    }

    /// <summary>Departments check the events that wait, and the office approves them.</summary>
    public Task CheckAndApproveEventsAsync() =>
        new EventWalk(
            $"{Cycle}",
            new Calling(Admin),
            department => Task.FromResult<ICaller>(new Calling(Scorer(department)))
        ).CheckAndApproveAsync(CancellationToken.None);

    /// <summary>Risks on file and approved before the events that a share is waived of.</summary>
    private async Task FileRisksAsync(FactSet facts)
    {
        foreach (var waived in facts.Events.Where(CaseTables.IsWaived))
        {
            var number = CaseTables.RiskOf(waived);
            await PostAsync(
                "/risks",
                new
                {
                    number,
                    subject = waived.Subject,
                    rule = waived.Rule,
                    filedOn = "2024-01-02",
                    description = "改革探索",
                }
            );
            await PostAsync(
                LeaderAccount(),
                $"/risks/{number}/approve",
                new { confirm = true, on = "2024-01-03" }
            );
        }
    }

    public async Task ImportRegistersAsync(FactSet facts)
    {
        Assert.Empty(Codes(await ImportAsync("areas", CaseTables.Areas(facts))));
        Assert.Empty(Codes(await ImportAsync("staff", CaseTables.Staff(facts))));
    }

    private string? SourceOf(Fact fact) =>
        CyclePlan.Of(Scheme, Scheme.Year).CollectorOf(fact.Item)?.Name;

    private bool IsAsked(Fact fact) =>
        fact.By is null
        || Scheme.FactKinds[fact.Item] is { AnySource: true }
        || Scheme.FactKinds[fact.Item].Sources.Contains(fact.By);

    private static IEnumerable<string> Codes(JsonNode report) =>
        report["problems"]!.AsArray().Select(problem => (string)problem!["code"]!);

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
