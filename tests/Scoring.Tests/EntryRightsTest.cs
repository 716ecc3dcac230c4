using System.Net;
using System.Net.Http.Json;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Scores;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Who may enter what, besides who may call which address: table “entries” of docs/permissions.md.</summary>
[Collection(ScoringService.Name)]
public sealed class EntryRightsTest(ScoringHost host)
{
    private static readonly Cycle Open = new() { State = CycleState.Open };
    private static readonly Cycle Scoring = new() { State = CycleState.Scoring };

    public static TheoryData<string> Schemes() =>
        new(
            "danan-2017",
            "gaojing-2024",
            "jingan-guidance",
            "jiuting-2025",
            "secretary-three-papers",
            "secretary-three-reviews"
        );

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Department_EntersItsOwnLinesAndFactsAndNothingElse(string name)
    {
        var scheme = CaseFiles.Scheme(name);
        var departments = scheme
            .Collection.Lines.SelectMany(line => line.Departments)
            .Append("无评分项目的部门")
            .Distinct();
        foreach (var department in departments)
        {
            var rights = new EntryRights(IsAdministrator: false, [department]);
            foreach (var item in scheme.FactKinds.Keys)
            {
                var isOwn =
                    scheme.FactKinds[item].ReportedBy?.Department == department
                    || scheme.Collection.Lines.Any(line =>
                        line.Id == item && line.Departments.Contains(department)
                    );
                if (isOwn)
                {
                    Assert.Equal(department, rights.Admit(Scoring, scheme, item, null));
                    Assert.Equal(department, rights.Admit(Scoring, scheme, item, department));
                }
                else
                {
                    Assert.Throws<DepartmentMustScoreItsOwnLines>(() =>
                        rights.Admit(Scoring, scheme, item, null)
                    );
                }

                Assert.Throws<ScorerMustScoreForTheOwnDepartment>(() =>
                    rights.Admit(Scoring, scheme, item, "别的部门")
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Administrator_EntersInEverybodysName(string name)
    {
        var scheme = CaseFiles.Scheme(name);
        var rights = new EntryRights(IsAdministrator: true, []);

        Assert.All(
            scheme.FactKinds.Keys,
            item => Assert.Equal("随便谁", rights.Admit(Scoring, scheme, item, "随便谁"))
        );
    }

    [Fact]
    public void ScorerOfSeveralDepartments_NamesOne()
    {
        var scheme = CaseFiles.Scheme("gaojing-2024");
        var rights = new EntryRights(IsAdministrator: false, ["社建办", "党服中心"]);

        Assert.Throws<ScorerMustNameTheDepartment>(() =>
            rights.Admit(Scoring, scheme, "R1.1", null)
        );
        Assert.Equal("社建办", rights.Admit(Scoring, scheme, "R1.1", "社建办"));
        Assert.Equal("党服中心", rights.Admit(Scoring, scheme, "R1.1", "党服中心"));
    }

    [Fact]
    public void AdministratorWhoScoresToo_MayLeaveTheOwnDepartmentOutAndLosesNothing()
    {
        var scheme = CaseFiles.Scheme("gaojing-2024");
        var rights = new EntryRights(IsAdministrator: true, ["社建办"]);

        Assert.Equal("社建办", rights.Admit(Scoring, scheme, "R1.1", null));
        Assert.Equal("党服中心", rights.Admit(Open, scheme, "R1.1", "党服中心"));
        var visits = scheme.FactKinds.First(kind => !kind.Value.IsLine).Key;
        Assert.Null(rights.Admit(Open, scheme, visits, null));
    }

    [Fact]
    public async Task ScorerOfTwoDepartments_KeepsASheetOfEach()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var scorer = host.AsScorerOf(year.Township, "社建办", "党服中心");

        foreach (var (department, score) in new[] { ("社建办", 84), ("党服中心", 90) })
        {
            using var given = await year.SendAsync(
                scorer,
                "/scores",
                Score("R1.1", department, score)
            );
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        }

        Assert.Equal(
            ["社建办", "党服中心"],
            (await year.LedgerAsync("R1.1")).Select(entry => (string?)entry["by"])
        );
    }

    /// <summary>Each kind of entry, by the administrator and by a department of which the line is, over HTTP.</summary>
    [Fact]
    public async Task EveryKindOfEntry_AdmitsWhomTheTableSays()
    {
        var year = await TownshipYear.ScoringAsync(host);
        (string Title, string Address, object Body)[] entries =
        [
            ("score of an own line", "/scores", Score("R1.1", "社建办", 84)),
            ("withdrawal of it", "/scores/withdraw", Withdrawal("R1.1", "社建办")),
            (
                "score of an own line in another department's name",
                "/scores",
                Score("R1.1", "党服中心", 84)
            ),
            ("withdrawal of that", "/scores/withdraw", Withdrawal("R1.1", "党服中心")),
            (
                "score of another department's line in that name",
                "/scores",
                Score("R1.4", "城建中心", 84)
            ),
            (
                "score of another department's line in the own name",
                "/scores",
                Score("R1.4", "社建办", 84)
            ),
            (
                "fact without `by` (visits, last year's figures)",
                "/scores",
                Score("visits.false", null, 1)
            ),
            ("fact of a campaign or of the hotline", "/scores", Score("tickets", null, 12)),
            ("event: honour, applied for", "/events", Event("honour", level: "city")),
            (
                "event: penalty, applied for",
                "/events",
                Event("discipline", points: 1, applicant: "社建办")
            ),
            (
                "event: penalty, applied for in another department's name",
                "/events",
                Event("discipline", points: 1, applicant: "党服中心")
            ),
        ];
        var lines = new List<string>
        {
            "| entry | townshipAdministrator | departmentScorer | area |",
            "|---|---|---|---|",
        };
        foreach (var (title, address, body) in entries)
        {
            var cells = new List<string>();
            // The department first: what it may not do must not be there before.
            foreach (
                var caller in new[] { year.AreaAccount("a1"), year.Scorer("社建办"), year.Admin }
            )
            {
                using var answer = await year.SendAsync(caller, address, body);
                cells.Insert(0, Cell(answer.StatusCode));
            }

            lines.Add($"| {title} | {string.Join(" | ", cells)} |");
        }

        using var import = await year.Scorer("社建办")
            .PostAsync(
                $"/api/scoring/imports/scores?cycle={year.Cycle}",
                new MultipartFormDataContent
                {
                    { new ByteArrayContent("id,name\n"u8.ToArray()), "file", "scores.csv" },
                }
            );
        await year.UploadAsync("scores", "area,item,department,score\n"u8.ToArray());
        using var file = await year.AreaAccount("a1")
            .PostAsync(
                $"/api/scoring/imports/events?cycle={year.Cycle}",
                new MultipartFormDataContent
                {
                    { new ByteArrayContent("id,name\n"u8.ToArray()), "file", "events.csv" },
                }
            );
        lines.Add(
            $"| file of scores, facts or events | ✓ | {Cell(import.StatusCode)} | {Cell(file.StatusCode)} |"
        );

        await PermissionTable.MustBeAsync("entries", lines);
    }

    private static string Cell(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NotFound => "✓",
            HttpStatusCode.Forbidden => "–",
            HttpStatusCode.UnprocessableEntity => "422",
            _ => status.ToString(),
        };

    private static object Score(string item, string? department, decimal score) =>
        new
        {
            area = "a1",
            item,
            department,
            score,
        };

    private static object Withdrawal(string item, string department) =>
        new
        {
            area = "a1",
            item,
            department,
            reason = "有误",
        };

    /// <summary>Without a number, so that each that is let in gets its own.</summary>
    private static object Event(
        string rule,
        string? level = null,
        decimal? points = null,
        string? applicant = null
    ) =>
        new
        {
            subject = "a1",
            rule,
            level,
            points,
            applicant,
            date = "2024-09-01",
        };
}
