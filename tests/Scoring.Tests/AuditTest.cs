using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Audit;
using Assessment.Scoring.Scores;
using Assessment.Scoring.Tests.Procedures;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Assessment.Testing.Hosts.Auditing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class AuditTest(ScoringHost host) : ServiceAudit("scoring")
{
    protected override IEnumerable<EndpointDataSource> Sources() =>
        host.Part<IEnumerable<EndpointDataSource>>();

    protected override async Task<AuditedRun> RunAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", Score(90));
        await year.PostAsync(
            "/scores/withdraw",
            new
            {
                area = "a1",
                item = "R1.1",
                department = "社建办",
                reason = "有误",
            }
        );
        await year.PostAsync(
            "/events",
            new
            {
                id = "e1",
                subject = "a1",
                rule = "honour",
                level = "city",
                date = "2024-09-01",
                evidence = "说不出口的事由",
            }
        );
        using var corrected = await year.SendAsync(
            year.Admin,
            "/events/e1",
            new
            {
                subject = "a1",
                rule = "honour",
                level = "district",
                date = "2024-09-01",
                evidence = "说不出口的事由",
                reason = "级别有误",
            },
            method: HttpMethod.Put
        );
        corrected.EnsureSuccessStatusCode();
        await year.PostAsync("/events/e1/withdraw", new { reason = "有误" });
        await HandleEventAsync(year);
        await year.ImportAsync("areas", "name\n无编号\n");
        await EditRegistersAsync(year);
        await EditFilesAsync(year);
        await AdjustAsync(year);
        await HandInAsync(year);
        await year.CalculateAsync();
        foreach (var file in new[] { "results.xlsx", "results/facts.json" })
        {
            using var answer = await year.Admin.GetAsync($"{year.Path}/{file}");
            answer.EnsureSuccessStatusCode();
        }

        await year.FinalizeAsync();
        using var final = await year.Admin.GetAsync($"{year.Path}/final-file");
        final.EnsureSuccessStatusCode();
        await ArchiveAsync(year);
        await CorrectAsync(year);
        await LookAfterThePlatformAsync();
        var jingan = await ProposeAsync();
        var rehearsal = await RehearseAsync();
        var risky = await FileRisksAsync();
        return new AuditedRun(
            [
                host.As(year.Township, Roles.Leader),
                host.As(jingan.Township, Roles.Leader),
                host.As(rehearsal.Township, Roles.Leader),
                host.As(risky.Township, Roles.Leader),
                host.As(township: null, Roles.District),
            ],
            [
                AuditActions.ImportCompleted,
                AuditActions.ImportRefused,
                AuditActions.CalculationDone,
                AuditActions.SigningKeyMade,
            ],
            ["张三", "李四", "说不出口的事由", "说不出口的名字"]
        );
    }

    /// <summary>A sheet through all its hands.</summary>
    private static async Task HandInAsync(TownshipYear year)
    {
        object[] sheets = [new { department = "社建办" }];
        using var saved = await year.SendAsync(
            year.Scorer("社建办"),
            "/sheets/cells",
            new
            {
                department = "社建办",
                cells = new[]
                {
                    new
                    {
                        subject = "a1",
                        item = "R2.1",
                        value = 88,
                        version = 0,
                    },
                },
            },
            method: HttpMethod.Put
        );
        saved.EnsureSuccessStatusCode();
        foreach (
            var (setting, body) in new (string, object)[]
            {
                ("due", new { dues = new[] { new { period = "", due = "2024-12-31" } } }),
                ("signature", new { needed = true, reason = "按惯例" }),
            }
        )
        {
            using var set = await year.SendAsync(
                year.Admin,
                $"/sheets/{setting}",
                body,
                method: HttpMethod.Put
            );
            set.EnsureSuccessStatusCode();
        }

        var submission = new { sheets, incomplete = "其余不评" };
        await year.PostAsync(year.Scorer("社建办"), "/sheets/submit", submission);
        await year.PostAsync(
            year.LeaderAccount(),
            "/sheets/return",
            new { sheets, reason = "请复核" }
        );
        await year.PostAsync(year.Scorer("社建办"), "/sheets/submit", submission);
        await year.PostAsync(year.LeaderAccount(), "/sheets/sign", new { sheets, confirm = true });
        await year.PostAsync("/sheets/reopen", new { sheets, reason = "漏填" });
        await year.SignSheetsAsync();
    }

    /// <summary>Applied for and checked, but not approved.</summary>
    private static async Task HandleEventAsync(TownshipYear year)
    {
        var applied = await year.PostAsync(
            year.AreaAccount("a1"),
            "/events",
            new
            {
                id = "e2",
                subject = "a1",
                rule = "honour",
                level = "city",
                date = "2024-09-01",
                evidence = "说不出口的事由",
            }
        );
        var handed = await year.PostAsync(
            year.Scorer("党建办"),
            "/events/check",
            new
            {
                events = new[]
                {
                    new
                    {
                        number = "e2",
                        version = (long)applied["version"]!,
                        confirmed = true,
                    },
                },
            }
        );
        await year.PostAsync(
            "/events/refuse",
            new
            {
                number = "e2",
                version = (long)handed[0]!["version"]!,
                reason = "无佐证",
            }
        );
    }

    /// <summary>What only a scheme with waivers has.</summary>
    private async Task<TownshipYear> FileRisksAsync()
    {
        const string Scheme = "secretary-three-reviews";
        var facts = CaseFiles.Facts(Scheme, "1");
        var year = TownshipYear.Empty(host);
        await year.ImportRegistersAsync(facts);
        await year.OpenCycleAsync(facts.Year, Scheme);
        foreach (var number in new[] { "R1", "R2" })
        {
            await year.PostAsync(
                "/risks",
                new
                {
                    number,
                    subject = facts.Staff[0].Id,
                    rule = "accident",
                    filedOn = "2024-01-02",
                    description = "说不出口的事由",
                }
            );
        }

        await year.PostAsync(
            year.LeaderAccount(),
            "/risks/R1/approve",
            new { confirm = true, on = "2024-01-03" }
        );
        await year.PostAsync(
            year.LeaderAccount(),
            "/risks/R2/refuse",
            new { reason = "不属改革探索" }
        );
        return year;
    }

    /// <summary>What only a procedure with proposals has.</summary>
    private async Task<TownshipYear> ProposeAsync()
    {
        var jingan = await JinganYear.CalculatedAsync(host);
        var year = jingan.Year;
        await year.Procedure.FreezeAsync(CancellationToken.None);
        await year.PostAsync("/procedure/proposals", JinganYear.NoProposals);
        var areas = await jingan.AreasAsync();
        await jingan.HandInAsync(areas[0]);
        await year.PostAsync(
            "/procedure/proposals/return",
            new { area = areas[0], reason = "请说明理由" }
        );
        foreach (var area in areas)
        {
            await jingan.HandInAsync(area);
        }

        await year.PostAsync("/procedure/proposals/accept");
        await jingan.PubliciseAsync();
        await year.PostAsync("/procedure/publicity/withdraw", new { reason = "联系电话有误" });
        await year.Procedure.UntilAsync("decide", CancellationToken.None);
        await year.PostAsync(
            "/procedure/proposals/change",
            JinganYear.Proposal(await jingan.OneAsync("areas", "良好"), "一般")
        );
        await ObjectAsync(year, (await jingan.OneAsync("areas", "良好"))["subject"]!);
        await CancelAsync(year);
        return year;
    }

    /// <summary>One upheld and answered, one refused, one withdrawn.</summary>
    private static async Task ObjectAsync(TownshipYear year, JsonNode subject)
    {
        var objections = new Objections(year);
        for (var number = 1; number <= 3; number++)
        {
            await objections.ReceiveAsync(
                new
                {
                    matter = "conduct",
                    subject,
                    text = "说不出口的事由",
                    name = "说不出口的名字",
                }
            );
        }

        await year.PostAsync("/procedure/objections/3/withdraw");
        using var leader = year.LeaderAccount();
        foreach (var (number, judgement) in new[] { (1, "uphold"), (2, "refuse") })
        {
            await objections.AcceptAsync(number);
            await objections.FindAsync(number);
            await year.PostAsync(
                leader,
                $"/procedure/objections/{number}/{judgement}",
                new
                {
                    confirm = true,
                    reason = "经核查",
                    change = new
                    {
                        grades = new[]
                        {
                            new
                            {
                                subject,
                                grade = "一般",
                                reason = "确有问题",
                            },
                        },
                    },
                }
            );
        }

        await year.PostAsync("/procedure/objections/1/answer", new { answer = "已处理" });
    }

    private async Task<TownshipYear> RehearseAsync()
    {
        var confirmed = new { confirm = true };
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017", rehearsal: true);
        await year.Procedure.UntilAsync("publicise", CancellationToken.None);
        await year.PostAsync(
            "/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)(await year.GetAsync($"{year.Path}/procedure"))["earliestFirst"]!,
                contact = "党建办",
            }
        );
        await year.PostAsync("/procedure/publicity/elapse", confirmed);
        await year.PostAsync("/remove", confirmed);
        return year;
    }

    private static async Task AdjustAsync(TownshipYear year)
    {
        var asked = new
        {
            reason = "台风过境",
            clause = "四（四）",
            values = new[]
            {
                new
                {
                    subject = "a2",
                    item = "R1.1",
                    by = "社建办",
                    value = 80,
                },
            },
        };
        foreach (var _ in Enumerable.Range(1, 3))
        {
            await year.PostAsync("/adjustments", asked);
        }

        using var leader = year.LeaderAccount();
        await year.PostAsync("/adjustments/1/withdraw");
        await year.PostAsync(leader, "/adjustments/2/refuse", new { reason = "影响不大" });
        await year.PostAsync(
            leader,
            "/adjustments/3/approve",
            new
            {
                confirm = true,
                meeting = new
                {
                    date = "2024-01-02",
                    body = "班子会议",
                    present = "全体",
                },
            }
        );
    }

    private static async Task CorrectAsync(TownshipYear year)
    {
        var reason = new { confirm = true, reason = "统计有误" };
        await year.PostAsync("/procedure/correction", reason);
        await year.PostAsync("/procedure/correction/abandon", reason);
        await year.PostAsync("/procedure/correction", reason);
        await year.PutRightAsync(
            "社建办",
            period: null,
            new
            {
                area = "a1",
                item = "R1.1",
                department = "社建办",
                score = 60,
                reason = "核对原始记录后重新评分",
            }
        );
        await year.PostAsync(
            "/procedure/correction/make",
            new
            {
                confirm = true,
                reason = "统计有误",
                change = new
                {
                    takenUp = (await year.GetAsync($"{year.Path}/procedure/differences"))
                        .AsArray()
                        .Select(one => (string)one!["key"]!),
                },
            }
        );
    }

    private static async Task ArchiveAsync(TownshipYear year)
    {
        await year.Procedure.UntilAsync(kind: null, CancellationToken.None);
        await year.PostAsync("/archive");
        await year.PostAsync("/unarchive", new { reason = "补办更正" });
    }

    private static async Task CancelAsync(TownshipYear year)
    {
        var asked = new { confirm = true, reason = "方案选错了" };
        await year.PostAsync("/cancel", asked);
        using var leader = year.LeaderAccount();
        await year.PostAsync(leader, "/cancel/decline", new { reason = "数据已经收齐" });
        await year.PostAsync("/cancel", asked);
        await year.PostAsync(leader, "/cancel/agree", new { confirm = true });
    }

    private static async Task EditRegistersAsync(TownshipYear year)
    {
        var cycle = new RegisterPages(year, year.Cycle);
        var change = new { date = "2024-06-01", reason = "核对" };
        var person = await cycle.RowAsync("staff", "p1");
        await RegistersTest.PassAsync(
            await cycle.PutAsync(
                "staff",
                person,
                new
                {
                    values = RegisterPages.With(
                        person,
                        ("name", "说不出口的名字"),
                        ("post", "书记")
                    ),
                    change.date,
                    change.reason,
                }
            )
        );
        foreach (var step in new[] { "end", "reinstate", "withdraw" })
        {
            await RegistersTest.PassAsync(
                await cycle.PostAsync("staff", await cycle.RowAsync("staff", "p1"), step, change)
            );
        }

        await RegistersTest.PassAsync(
            await cycle.CreateAsync(
                "contacts",
                new
                {
                    values = new Dictionary<string, string>
                    {
                        ["area"] = "a1",
                        ["leader"] = "说不出口的名字",
                        ["from"] = "2024-01-01",
                    },
                    change.date,
                    change.reason,
                }
            )
        );
        const string header = "id,name,category,households,party_members\n";
        await year.ImportAsync("areas", header + "a3,丙居民区,普通,10,1\n");
        await year.PostAsync("/register-differences/take-over", change);
        var wrong = await year.ImportAsync("areas", header + "a4,丁居民区,普通,10,1\n");
        await new ImportClient(year.Admin, "scoring").UndoAsync(wrong, "误传");
    }

    private async Task LookAfterThePlatformAsync()
    {
        using var ops = host.As(township: null, Roles.Ops);
        using var entered = await CalendarEntryTest.PutAsync(
            ops,
            2050,
            CalendarEntryTest.Notice("2050-01-03")
        );
        entered.EnsureSuccessStatusCode();
        var keys = await TownshipYear.GetAsync(ops, "/api/scoring/signing-keys");
        using var rotated = await ops.PostAsJsonAsync(
            "/api/scoring/signing-keys",
            new { replaces = (string)keys[0]!["fingerprint"]! }
        );
        rotated.EnsureSuccessStatusCode();
    }

    private static async Task EditFilesAsync(TownshipYear year)
    {
        var file = await year.EvidenceAsync();
        using var removed = await year.Admin.DeleteAsync($"/api/scoring/files/{file}");
        removed.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task ScoreThatIsEnteredAgain_SaysWhoInWhichDuty_BeforeAndAfter()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", Score(90));
        await year.PostAsync("/scores", Score(85.5m, "复核"));
        // The same once more changes nothing.
        await year.PostAsync("/scores", Score(85.5m, "复核"));

        var entries = await host.ReadAsync(
            year.Township,
            db =>
                db.Audit.AsNoTracking()
                    .Where(entry => entry.Action == AuditActions.ScoreEntered)
                    .OrderBy(entry => entry.Sequence)
                    .ToListAsync()
        );

        Assert.Equal(2, entries.Count);
        Assert.Null(entries[0].Before);
        var again = entries[1];
        Assert.Equal(
            ("subject:a1", "复核", year.Cycle, Roles.TownshipAdministrator),
            (again.Subject, again.Reason, again.Cycle, again.Duty)
        );
        Assert.Equal(90m, Value(again.Before));
        Assert.Equal(85.5m, Value(again.After));
    }

    [Fact]
    public async Task RefusedScore_IsNotRecorded()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.IsRefusedAsync<EntryMustFitTheScheme>("/scores", Score(1000));

        Assert.False(
            await host.ReadAsync(
                year.Township,
                db => db.Audit.AnyAsync(entry => entry.Action == AuditActions.ScoreEntered)
            )
        );
    }

    private static object Score(decimal score, string? reason = null) =>
        new
        {
            area = "a1",
            item = "R1.1",
            department = "社建办",
            score,
            reason,
        };

    private static decimal Value(string? json) => (decimal)JsonNode.Parse(json!)!["value"]!;
}
