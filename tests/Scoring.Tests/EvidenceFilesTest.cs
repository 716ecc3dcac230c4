using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Persistence.Files;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>佐证文件 of scores and events: attached with the entry, seen by those whom it concerns.</summary>
[Collection(ScoringService.Name)]
public sealed class EvidenceFilesTest(ScoringHost host)
{
    private const string Party = "社建办";

    [Fact]
    public async Task ScoreWithFiles_ShowsThem_AndKeepsThem()
    {
        var year = await TownshipYear.ScoringAsync(host);
        using var scorer = year.Scorer(Party);
        var file = await year.EvidenceAsync(scorer);

        await ScoreAsync(year, scorer, 90, file);

        var entry = Assert.Single(await year.LedgerAsync("R1.1"));
        Assert.Equal([file], FilesOf(entry));
        using var removal = await scorer.DeleteAsync($"/api/scoring/files/{file}");
        await IsRefusedAsync<AttachedFileMustBeKept>(removal);
    }

    [Fact]
    public async Task CorrectionThatSaysNothingOfFiles_KeepsThose_AndOneThatNamesOthersDoesNot()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var first = await year.EvidenceAsync();
        var second = await year.EvidenceAsync();
        await ScoreAsync(year, year.Admin, 90, first);

        await year.PostAsync(
            "/scores",
            new
            {
                area = "a1",
                item = "R1.1",
                department = Party,
                score = 80,
                reason = "复核",
            }
        );
        await ScoreAsync(year, year.Admin, 80, first, second);
        // The same again says nothing new.
        await ScoreAsync(year, year.Admin, 80, second, first);

        Guid[][] files = [.. (await year.LedgerAsync("R1.1")).Select(FilesOf)];
        Assert.Equal(
            [
                [first],
                [first],
                [first, second],
            ],
            files
        );
    }

    [Fact]
    public async Task EventWithFiles_ShowsThem_AlsoWhenItIsWithdrawn()
    {
        var year = await TownshipYear.OpenAsync(host);
        var file = await year.EvidenceAsync();

        var added = await year.PostAsync("/events", Honour(file));
        await year.PostAsync("/events/e1/withdraw", new { reason = "有误" });

        Assert.Equal([file], FilesOf(added));
        Assert.Equal([file], FilesOf((await year.GetAsync($"{year.Path}/events"))[0]!));
    }

    [Fact]
    public async Task FileThatIsNoEvidenceOfTheCycle_IsRefused_AndNothingIsEntered()
    {
        var year = await TownshipYear.OpenAsync(host);
        var stranger = await TownshipYear.OpenAsync(host);
        Guid[] wrong =
        [
            Guid.NewGuid(),
            await stranger.EvidenceAsync(),
            await year.EvidenceAsync(purpose: "minutes"),
        ];
        var right = await year.EvidenceAsync();

        foreach (var file in wrong)
        {
            await year.IsRefusedAsync<AttachedFilesMustExist>("/events", Honour(right, file));
        }

        Assert.Empty((await year.GetAsync($"{year.Path}/events")).AsArray());
        // Nothing rests on the one that was right, either.
        using var removal = await year.Admin.DeleteAsync($"/api/scoring/files/{right}");
        Assert.Equal(HttpStatusCode.NoContent, removal.StatusCode);
    }

    [Fact]
    public async Task Department_SeesItsOwnFilesOnly_AndCannotUseAnothers()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var own = await year.EvidenceAsync();
        var others = await year.EvidenceAsync();
        await ScoreAsync(year, year.Admin, 90, own);
        await year.PostAsync("/events", Discipline(others));
        using var scorer = year.Scorer(Party);

        Assert.Equal([own], await SeenAsync(year, scorer));
        using var download = await scorer.GetAsync($"/api/scoring/files/{others}");
        Assert.Equal(HttpStatusCode.NotFound, download.StatusCode);
        await year.IsRefusedAsync<AttachedFilesMustExist>("/scores", Score(90, others), scorer);
    }

    [Fact]
    public async Task Area_SeesItsOwnEvidence_OnceFinal()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var file = await year.EvidenceAsync();
        await ScoreAsync(year, year.Admin, 90, file);
        using var area = year.AreaAccount("a1");
        using var neighbour = year.AreaAccount("a2");
        using var leader = host.As(year.Township, Roles.Leader);

        Assert.Empty(await SeenAsync(year, area));
        await year.SignSheetsAsync();
        await year.CalculateAsync();
        await year.FinalizeAsync();

        Assert.Equal([file], await SeenAsync(year, area));
        Assert.Empty(await SeenAsync(year, neighbour));
        Assert.Equal([file], await SeenAsync(year, leader));
    }

    [Fact]
    public async Task FinalCycle_TakesMinutes_ButNoEvidence()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();
        await year.FinalizeAsync();

        await year.EvidenceAsync(purpose: "minutes");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("late"u8.ToArray()), "file", "late.txt" },
        };
        using var late = await year.Admin.PostAsync($"/api/scoring/files?cycle={year.Cycle}", form);
        await IsRefusedAsync<Cycles.CycleIsFinal>(late);
    }

    private static object Score(int score, params Guid[] files) =>
        new
        {
            area = "a1",
            item = "R1.1",
            department = Party,
            score,
            files,
        };

    [Fact]
    public async Task Department_SeesTheFilesOfWhatItChecks_AndTheAreaItsOwn()
    {
        var year = await TownshipYear.OpenAsync(host);
        using var area = year.AreaAccount("a1");
        var file = await year.EvidenceAsync(area);
        await year.PostAsync(area, "/events", Honour(file));

        foreach (var sees in new[] { area, year.Scorer("党建办"), year.Admin })
        {
            Assert.Equal([file], await SeenAsync(year, sees));
        }

        Assert.Empty(await SeenAsync(year, year.Scorer("社建办")));
        var neighbour = new SignedInPerson(year.Township, Roles.Area)
        {
            Area = "a2",
            Account = "neighbour",
        };
        Assert.Empty(await SeenAsync(year, host.As(neighbour)));
    }

    /// <summary>Another department checks it.</summary>
    private static object Discipline(params Guid[] files) =>
        new
        {
            id = "e1",
            subject = "a1",
            rule = "discipline",
            points = 1,
            date = "2024-09-01",
            applicant = "党服中心",
            files,
        };

    private static object Honour(params Guid[] files) =>
        new
        {
            id = "e1",
            subject = "a1",
            rule = "honour",
            level = "city",
            date = "2024-09-01",
            files,
        };

    private static async Task ScoreAsync(
        TownshipYear year,
        HttpClient by,
        int score,
        params Guid[] files
    )
    {
        using var answer = await year.SendAsync(by, "/scores", Score(score, files));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
    }

    private static async Task<Guid[]> SeenAsync(TownshipYear year, HttpClient client) =>
        [
            .. (await TownshipYear.GetAsync(client, $"/api/scoring/files?cycle={year.Cycle}"))[
                "files"
            ]!
                .AsArray()
                .Select(file => file!["id"]!.GetValue<Guid>()),
        ];

    private static Guid[] FilesOf(JsonNode entry) =>
        [.. entry["files"]!.AsArray().Select(file => file!.GetValue<Guid>())];

    private static async Task IsRefusedAsync<TException>(HttpResponseMessage answer)
        where TException : DomainException =>
        Assert.Equal(
            DomainException.CodeOf(typeof(TException)),
            (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]
        );
}
