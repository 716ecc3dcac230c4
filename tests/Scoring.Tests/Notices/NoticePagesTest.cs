using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Assessment.Scoring.Notices;
using Assessment.Scoring.Tests.Procedures;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Xunit;

namespace Assessment.Scoring.Tests.Notices;

/// <summary>What stands on each scheme's notices for a full case, and what must not.</summary>
[Collection(ScoringService.Name)]
public sealed class NoticePagesTest(ScoringHost host)
{
    /// <summary>What belongs to the office and the explanation, on no notice.</summary>
    private static readonly string[] OnNoNotice =
    [
        "选定",
        "需关注事项",
        "基数",
        "工单",
        "理由",
        "校验码",
        "计算",
        "townshipAdministrator",
    ];

    private static readonly string[] OnNoNoticeOfNames = ["名次", "总分", "得分", "排名"];

    /// <summary>高境: the names of the proposed 优秀 for who is signed in; then all under their grades, announced.</summary>
    [Fact]
    public async Task Gaojing_ShowsTheProposedBestByName_ToTheTownship_AndNoRankOrPoints()
    {
        var year = await TownshipYear.CalculatedAsync(host, "gaojing-2024");
        var reader = new NoticeReader(year);
        var notice = await reader.PubliciseAsync();
        var standings = await StandingsAsync(year);
        var best = standings.Where(one => IsArea(one) && Grade(one) == "优秀").ToList();
        Assert.NotEmpty(best);

        var early = await reader.SignedInAsync($"/api/scoring/notices/{notice}");
        AssertShowsNobody(early.Text, standings);
        Assert.Contains("upcoming", early.Text, StringComparison.Ordinal);
        await host.Days.PassAsync(1, CancellationToken.None);

        foreach (var role in new[] { Roles.Area, Roles.DepartmentScorer, Roles.FinancePreparer })
        {
            var (status, seen) = await reader.SignedInAsync($"/api/scoring/notices/{notice}", role);
            Assert.Equal(HttpStatusCode.OK, status);
            AssertShowsOnlyNames(seen, best, standings);
        }

        var (_, sheet) = await reader.SignedInAsync(
            $"/api/scoring/notices/{notice}/print",
            Roles.TownshipAdministrator
        );
        AssertShowsOnlyNames(sheet, best, standings);
        Assert.Contains("公示时间：", sheet, StringComparison.Ordinal);
        Assert.Contains("（5个自然日）", sheet, StringComparison.Ordinal);
        Assert.Contains("《2024年高境镇居民区考核方案》", sheet, StringComparison.Ordinal);

        // Who is not signed in learns where to sign in, and nothing else.
        var (_, open) = await reader.AsAnybodyAsync($"/notices/{notice}");
        Assert.Contains($"/publicity/{notice}", open, StringComparison.Ordinal);
        Assert.DoesNotContain("优秀", open, StringComparison.Ordinal);
        AssertShowsNobody(open, standings);
        var (_, list) = await reader.AsAnybodyAsync($"/notices?township={year.Township}");
        Assert.DoesNotContain(notice, list, StringComparison.Ordinal);

        await year.Procedure.UntilAsync("announce", CancellationToken.None);
        await year.PostAsync("/procedure/step", new { remarks = "党建办通报" });
        var announced = (await year.GetAsync("/api/scoring/notices")).AsArray();
        var announcement = Assert.Single(announced)!["notice"]!;
        Assert.True((bool)announcement["isAnnouncement"]!);
        var (_, text) = await reader.SignedInAsync($"/api/scoring/notices/{announcement["id"]}");
        AssertShowsOnlyNames(text, [.. standings.Where(IsArea)], standings);
    }

    /// <summary>大南: totals, ranks and tiers of areas and staff, for everybody.</summary>
    [Fact]
    public async Task Danan_ShowsTotalsAndTiersToEverybody_AndNothingOfHowTheyCameAbout()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        var reader = new NoticeReader(year);
        var notice = await reader.PubliciseAsync();
        var standings = await StandingsAsync(year);
        var (_, early) = await reader.AsAnybodyAsync($"/notices/{notice}");
        Assert.Contains("公示尚未开始", early, StringComparison.Ordinal);
        AssertShowsNobody(early, standings);
        await host.Days.PassAsync(1, CancellationToken.None);

        var (status, page) = await reader.AsAnybodyAsync($"/notices/{notice}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(
            standings.Where(one => one["total"] is not null),
            one =>
            {
                Assert.Contains(Name(one), page, StringComparison.Ordinal);
                Assert.Contains($">{Total(one)}<", page, StringComparison.Ordinal);
            }
        );
        AssertSays(
            page,
            "名次",
            "总分",
            "等次",
            "汇总结果公示",
            "（3个自然日）",
            "某某镇",
            "如有异议",
            NoticeReader.Contact,
            "《2017年大南街道社区(网格)及工作人员考绩工作实施办法》"
        );
        AssertSaysNoneOf(page, OnNoNotice);
        var results = await year.GetAsync($"{year.Path}/results");
        AssertSaysNoneOf(
            page,
            [
                .. results["items"]!.AsArray().Select(item => (string)item!["title"]!),
                .. results["findings"]!.AsArray().Select(one => (string)one!["message"]!),
            ]
        );
        var (_, list) = await reader.AsAnybodyAsync($"/notices?township={year.Township}");
        Assert.Contains($"/notices/{notice}", list, StringComparison.Ordinal);

        await host.Days.PassAsync(3, CancellationToken.None);
        var (_, late) = await reader.AsAnybodyAsync($"/notices/{notice}");
        Assert.Contains("公示期已满", late, StringComparison.Ordinal);
        AssertShowsNobody(late, standings);
        (_, list) = await reader.AsAnybodyAsync($"/notices?township={year.Township}");
        Assert.Contains("目前没有面向社会的公示", list, StringComparison.Ordinal);
    }

    /// <summary>静安: names under the proposed grade, printed for each area with its own alone.</summary>
    [Fact]
    public async Task Jingan_IsPrintedForEachArea_WithItsOwnUnderTheProposedGradeOnly()
    {
        var jingan = await JinganYear.CalculatedAsync(host);
        var year = jingan.Year;
        await year.Procedure.FreezeAsync(CancellationToken.None);
        var departed = await jingan.OneAsync("areas", "良好");
        await year.PostAsync("/procedure/proposals", JinganYear.Proposal(departed, "一般"));
        var reader = new NoticeReader(year);
        var notice = await reader.PubliciseAsync();
        await host.Days.PassAsync(1, CancellationToken.None);
        var standings = await StandingsAsync(year);
        var shown = standings
            .Where(one => Grade(one) == "优秀" || (IsArea(one) && Grade(one) == "良好"))
            .ToList();

        var (_, all) = await reader.SignedInAsync($"/api/scoring/notices/{notice}");
        AssertShowsOnlyNames(all, shown, standings);

        // The area whose grade was calculated otherwise than it is proposed is not on it.
        Assert.DoesNotContain(Name(departed), all, StringComparison.Ordinal);
        var area = (string)shown[0]["area"]!;
        var sheet = $"/api/scoring/notices/{notice}/print/{area}";
        var (_, own) = await reader.SignedInAsync(sheet, Roles.TownshipAdministrator);
        AssertShowsOnlyNames(own, [.. shown.Where(one => (string?)one["area"] == area)], standings);
        AssertSays(own, "张贴范围：", "（5个工作日）", "（盖章）", NoticeReader.Contact);
        var (refused, _) = await reader.SignedInAsync(sheet, Roles.Area);
        Assert.Equal(HttpStatusCode.Forbidden, refused);
        var (_, nobody) = await reader.SignedInAsync(
            $"/api/scoring/notices/{notice}/print/nowhere",
            Roles.TownshipAdministrator
        );
        Assert.Contains(
            DomainException.CodeOf(typeof(NoticeShowsNobodyOfTheArea)),
            nobody,
            StringComparison.Ordinal
        );
        var (_, open) = await reader.AsAnybodyAsync($"/notices/{notice}");
        AssertShowsNobody(open, standings);
    }

    [Fact]
    public async Task WithdrawnNotice_SaysWhy_AndShowsNothing()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        var reader = new NoticeReader(year);
        var notice = await reader.PubliciseAsync();
        await host.Days.PassAsync(1, CancellationToken.None);
        await year.PostAsync("/procedure/publicity/withdraw", new { reason = "联系电话有误" });

        var (_, page) = await reader.AsAnybodyAsync($"/notices/{notice}");
        var (_, sheet) = await reader.SignedInAsync(
            $"/api/scoring/notices/{notice}/print",
            Roles.TownshipAdministrator
        );

        var standings = await StandingsAsync(year);
        Assert.All(
            [page, sheet],
            text =>
            {
                AssertSays(text, "公示已撤回", "联系电话有误");
                AssertShowsNobody(text, standings);
            }
        );
    }

    [Theory]
    [InlineData("/notices/nothing")]
    [InlineData("/notices/0190a3c8-0000-7000-8000-000000000000")]
    [InlineData("/notices?township=nowhere")]
    [InlineData("/notices?township=a%27b")]
    [InlineData("/notices")]
    public async Task UnknownNotice_IsAPageForPeople(string address)
    {
        using var client = host.As(township: null, Roles.Resident);
        using var answer = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "没有找到这份公示",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "default-src 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    /// <summary>Those alone by name; nobody's rank, points or calculated grade.</summary>
    private static void AssertShowsOnlyNames(
        string text,
        IReadOnlyList<JsonNode> shown,
        IReadOnlyList<JsonNode> all
    )
    {
        Assert.All(shown, one => Assert.Contains(Name(one), text, StringComparison.Ordinal));
        // An area's name stands beside its people, too.
        var named = shown
            .SelectMany(one => new[] { Name(one), (string)one["areaName"]! })
            .ToHashSet();
        AssertSaysNoneOf(text, [.. all.Select(Name).Where(name => !named.Contains(name))]);
        // A whole number may stand in a date or an id.
        AssertSaysNoneOf(
            text,
            [
                .. all.Where(one => one["total"] is not null)
                    .Select(Total)
                    .Where(total => total.Contains('.', StringComparison.Ordinal)),
            ]
        );
        AssertSaysNoneOf(text, OnNoNoticeOfNames);
        AssertSaysNoneOf(text, OnNoNotice);
        Assert.DoesNotMatch("\"(rank|total)\":[^n]", text);
    }

    private static void AssertShowsNobody(string text, IReadOnlyList<JsonNode> all) =>
        AssertSaysNoneOf(text, [.. all.Select(Name)]);

    private static void AssertSays(string text, params IReadOnlyList<string> words) =>
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));

    private static void AssertSaysNoneOf(string text, IReadOnlyList<string> words) =>
        Assert.All(words, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));

    private static async Task<List<JsonNode>> StandingsAsync(TownshipYear year) =>
        [
            .. (await year.GetAsync($"{year.Path}/procedure/standings"))["standings"]!
                .AsArray()
                .Select(one => one!),
        ];

    private static bool IsArea(JsonNode one) => (string?)one["kind"] == "areas";

    private static string Name(JsonNode one) => (string)one["name"]!;

    private static string? Grade(JsonNode one) => (string?)one["grade"];

    private static string Total(JsonNode one) =>
        ((decimal)one["total"]!).ToString("0.####", CultureInfo.InvariantCulture);
}
