using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Sheets;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Scoring.Tests.Sheets;

/// <summary>A department's sheet through its hands, over HTTP: 社建办 with its lines, two areas.</summary>
[Collection(ScoringService.Name)]
public sealed class SheetTest(ScoringHost host)
{
    private const string Department = "社建办";
    private static readonly object[] Sheet = [new { department = Department }];

    [Fact]
    public async Task WhatIsEntered_CountsOnlyOnceTheLeaderInChargeHasSigned()
    {
        var year = await FilledAsync();
        Assert.Empty(await CountedAsync(year));

        await SubmitAsync(year);
        Assert.Empty(await CountedAsync(year));

        await SignAsync(year);
        Assert.Equal(
            [("a1", 80m), ("a2", 81m)],
            (await CountedAsync(year))
                .Where(one => one.Item == "R2.1")
                .Select(one => (one.Subject, one.Value))
        );
    }

    [Fact]
    public async Task ReopenedSheet_CountsAsItWasSigned_UntilItIsSignedAgain()
    {
        var year = await SignedAsync();
        await year.PostAsync("/sheets/reopen", new { sheets = Sheet, reason = "一季度数据有误" });
        var sheet = await SheetAsync(year);
        Assert.Equal("reopened", (string?)sheet["summary"]!["state"]);

        var cell = Cell(sheet, "a1", "R2.1");
        await IsRefusedAsync<CellsMustFitTheScheme>(
            year,
            Cells(("a1", "R2.1", 70m, null, Version(cell)))
        );
        await SaveAsync(year, ("a1", "R2.1", 70m, "复核后更正", Version(cell)));
        cell = Cell(await SheetAsync(year), "a1", "R2.1");
        Assert.Equal((70m, 80m), ((decimal)cell["value"]!, (decimal)cell["counted"]!));
        Assert.Contains(("a1", "R2.1", 80m), await CountedAsync(year));

        await SubmitAsync(year);
        await SignAsync(year);
        Assert.Contains(("a1", "R2.1", 70m), await CountedAsync(year));
        Assert.Equal(
            ["sign", "submit", "reopen", "sign", "submit"],
            (await SheetAsync(year))["acts"]!.AsArray().Select(act => (string?)act!["kind"])
        );
    }

    [Fact]
    public async Task SubmittedSheet_IsLockedForEveryDoor_UntilItIsReturnedWithAReason()
    {
        var year = await FilledAsync();
        await SubmitAsync(year);

        await IsRefusedAsync<SheetMustBeADraft>(year, Cells(("a1", "R2.1", 70m, "改", 0)));
        foreach (var account in new[] { year.Scorer(Department), year.Admin })
        {
            await year.IsRefusedAsync<SheetMustBeADraft>(
                "/scores",
                new
                {
                    area = "a1",
                    item = "R2.1",
                    department = Department,
                    score = 70,
                    reason = "改",
                },
                account
            );
        }

        var report = await year.ImportAsync(
            "scores",
            $"area,item,department,score,reason\na1,R2.1,{Department},70,改\na2,R2.1,{Department},81,\n"
        );
        // The same again is no change.
        Assert.Equal(
            ["sheetIsLocked"],
            report["problems"]!.AsArray().Select(problem => (string?)problem!["code"])
        );

        await year.IsRefusedAsync<ReasonIsMissing>(
            "/sheets/return",
            new { sheets = Sheet, reason = " " },
            year.LeaderAccount()
        );
        await year.PostAsync(
            year.LeaderAccount(),
            "/sheets/return",
            new { sheets = Sheet, reason = "甲居民区分数偏高" }
        );
        var sheet = await SheetAsync(year);
        Assert.Equal(
            ("returned", "甲居民区分数偏高"),
            ((string?)sheet["summary"]!["state"], (string?)sheet["summary"]!["reason"])
        );
        await SaveAsync(year, ("a1", "R2.1", 70m, null, Version(Cell(sheet, "a1", "R2.1"))));
    }

    [Fact]
    public async Task Steps_AreEachTakenByWhomTheyBelongTo()
    {
        var year = await FilledAsync();
        using var inChargeOfOthers = host.As(
            new SignedInPerson(year.Township, Roles.Leader) { Signs = ["城建中心"] }
        );
        using var inCharge = host.As(
            new SignedInPerson(year.Township, Roles.Leader) { Signs = [Department] }
        );
        var sign = new { sheets = Sheet, confirm = true };
        await year.IsRefusedAsync<SheetIsAnotherDepartments>(
            "/sheets/submit",
            new { sheets = Sheet },
            year.Scorer("城建中心")
        );
        using (
            var office = await year.SendAsync(year.Admin, "/sheets/submit", new { sheets = Sheet })
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, office.StatusCode);
        }

        await year.IsRefusedAsync<SheetMustBeSubmittedFirst>("/sheets/sign", sign, inCharge);
        await SubmitAsync(year);
        await year.IsRefusedAsync<SheetIsSignedByTheLeaderInCharge>(
            "/sheets/sign",
            sign,
            inChargeOfOthers
        );
        await year.IsRefusedAsync<ActMustBeConfirmed>(
            "/sheets/sign",
            new { sheets = Sheet, confirm = false },
            inCharge
        );
        await year.PostAsync(inCharge, "/sheets/sign", sign);
        Assert.DoesNotContain(
            (await TownshipYear.GetAsync(inChargeOfOthers, $"{year.Path}/sheets")).AsArray(),
            sheet => (string?)sheet!["department"] == Department
        );
    }

    [Fact]
    public async Task WhoSubmits_DoesNotSign()
    {
        var year = await FilledAsync();
        using var both = host.As(
            new SignedInPerson(year.Township, Roles.DepartmentScorer, Roles.Leader)
            {
                Departments = [Department],
            }
        );
        await year.PostAsync(both, "/sheets/submit", new { sheets = Sheet });

        await year.IsRefusedAsync<SheetMustBeSignedByAnother>(
            "/sheets/sign",
            new { sheets = Sheet, confirm = true },
            both
        );
    }

    [Fact]
    public async Task IncompleteSheet_IsSubmittedOnlyWithAReason()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await SaveAsync(year, ("a1", "R2.1", 80m, null, 0));

        var refusal = await year.IsRefusedAsync<SheetsMustBeComplete>(
            "/sheets/submit",
            new { sheets = Sheet },
            year.Scorer(Department)
        );
        Assert.Contains(
            refusal["problems"]!.AsArray(),
            problem =>
                ((string)problem!["message"]!).EndsWith(
                    "基层政权与楼组建设：乙居民区",
                    StringComparison.Ordinal
                )
        );
        await year.PostAsync(
            year.Scorer(Department),
            "/sheets/submit",
            new { sheets = Sheet, incomplete = "乙居民区年内撤并" }
        );
    }

    [Fact]
    public async Task TwoPeopleInTheSameCell_TheLaterIsToldAndSeesBoth()
    {
        var year = await FilledAsync();
        var seen = Version(Cell(await SheetAsync(year), "a1", "R2.1"));
        await SaveAsync(year, ("a1", "R2.1", 77m, null, seen));

        var refusal = await IsRefusedAsync<CellsHaveChanged>(
            year,
            Cells(("a1", "R2.1", 66m, null, seen), ("a2", "R2.1", 67m, null, 0))
        );

        Assert.Equal(
            [("a1", 77m), ("a2", 81m)],
            refusal["current"]!
                .AsArray()
                .Select(cell => ((string)cell!["subject"]!, (decimal)cell["value"]!))
        );
        // All or none: the second cell was not saved either.
        Assert.Equal(81m, (decimal)Cell(await SheetAsync(year), "a2", "R2.1")["value"]!);
        // The same value again is no quarrel.
        await SaveAsync(year, ("a1", "R2.1", 77m, null, seen));
    }

    [Fact]
    public async Task CellsThatDoNotFit_AreEachNamed_AndNothingIsSaved()
    {
        var year = await TownshipYear.ScoringAsync(host);

        var refusal = await IsRefusedAsync<CellsMustFitTheScheme>(
            year,
            Cells(
                ("a1", "R2.1", 101m, null, 0),
                ("a9", "R2.1", 50m, null, 0),
                ("a1", "R1.4", 50m, null, 0),
                ("a2", "R2.1", 50m, null, 0)
            )
        );

        Assert.Equal(
            [("outOfRange", "a1/R2.1"), ("unknownArea", "a9/R2.1"), ("unknownItem", "a1/R1.4")],
            refusal["problems"]!
                .AsArray()
                .Select(problem => ((string)problem!["code"]!, (string)problem["column"]!))
        );
        Assert.Empty((await SheetAsync(year))["cells"]!.AsArray());
    }

    [Fact]
    public async Task ImportOfTheOffice_LandsAsDraftsOnTheDepartmentsSheets()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.ImportAsync(
            "scores",
            $"area,item,department,score\na1,R2.1,{Department},88\na1,R1.4,城建中心,77\na1,visits.false,,1\n"
        );

        Assert.Empty(await CountedAsync(year));
        var begun = (await year.GetAsync($"{year.Path}/sheets"))
            .AsArray()
            .Where(sheet => (bool)sheet!["isBegun"]!);
        Assert.Equal(
            ["党建办", "城建中心", Department],
            begun.Select(sheet => (string)sheet!["department"]!).Order(StringComparer.Ordinal)
        );
        await year.SignSheetsAsync();
        Assert.Equal(3, (await CountedAsync(year)).Count);
    }

    [Fact]
    public async Task UnsignedSheet_HoldsTheFreezingUp()
    {
        var year = await TownshipYear.CalculatedAsync(host, "gaojing-2024");
        using var reopened = await year.SendAsync(
            year.LeaderAccount(),
            "/sheets/reopen",
            new { sheets = Sheet, reason = "复核" }
        );
        reopened.EnsureSuccessStatusCode();

        var preview = await year.GetAsync($"{year.Path}/procedure/freeze");
        Assert.Equal(
            [Department],
            preview["unsignedSheets"]!.AsArray().Select(one => (string)one!)
        );
        await year.IsRefusedAsync<SheetsMustBeSigned>(
            "/procedure/freeze",
            new { confirm = true, passed = new { } }
        );
    }

    [Fact]
    public async Task Signature_IsASetting_UnlessTheSchemeDemandsIt()
    {
        var year = await FilledAsync();
        await SettingAsync(year, new { needed = false, reason = "由科室负责" }, HttpStatusCode.OK);
        await SubmitAsync(year);
        Assert.NotEmpty(await CountedAsync(year));
        // Nobody has signed, and nothing says so.
        Assert.Equal("counted", (string?)(await SheetAsync(year))["summary"]!["state"]);
        await year.PostAsync("/sheets/reopen", new { sheets = Sheet, reason = "漏填" });

        var danan = TownshipYear.Empty(host);
        await danan.ImportAsync("areas", "id,name,households\na1,甲社区,1000\n");
        await danan.OpenCycleAsync(2017, "danan-2017");
        await SettingAsync(
            danan,
            new { needed = false, reason = "由科室负责" },
            HttpStatusCode.Conflict
        );
    }

    [Fact]
    public async Task Dues_AreOfTheSchemesPeriods_AndShowWhatIsLate()
    {
        var year = await FilledAsync();
        using var set = await year.SendAsync(
            year.Admin,
            "/sheets/due",
            new { dues = new[] { new { period = "", due = "2020-01-31" } } },
            method: HttpMethod.Put
        );
        set.EnsureSuccessStatusCode();
        using var unknown = await year.SendAsync(
            year.Admin,
            "/sheets/due",
            new { dues = new[] { new { period = "Q9", due = "2020-01-31" } } },
            method: HttpMethod.Put
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);

        var summary = (await SheetAsync(year))["summary"]!;
        Assert.Equal(("2020-01-31", true), ((string)summary["due"]!, (bool)summary["isOverdue"]!));
        await SubmitAsync(year);
        Assert.False((bool)(await SheetAsync(year))["summary"]!["isOverdue"]!);
    }

    [Fact]
    public async Task Template_ComesBackAsItWas_AndWhatWasChangedIsNamed()
    {
        var year = await FilledAsync();
        using var scorer = year.Scorer(Department);
        var address = $"{year.Path}/sheets/template?department={Uri.EscapeDataString(Department)}";
        var workbook = await scorer.GetByteArrayAsync(address);

        var read = await ReadFileAsync(year, scorer, workbook);
        Assert.Empty(read["problems"]!.AsArray());
        Assert.Equal(
            (await SheetAsync(year))["cells"]!
                .AsArray()
                .Select(cell =>
                    $"{cell!["subject"]} {cell["item"]} {cell["value"]} {cell["version"]}"
                )
                .Order(),
            read["cells"]!
                .AsArray()
                .Select(cell =>
                    $"{cell!["subject"]} {cell["item"]} {cell["value"]} {cell["version"]}"
                )
                .Order()
        );

        var changed =
            "编号（社建办）,名称,R2.1 x,别的,R2.1 y\na2,乙居民区,93,1,2\na1,张三,94,,\na7,,95,,\na2,,96,,\n";
        read = await ReadFileAsync(year, scorer, System.Text.Encoding.UTF8.GetBytes(changed));
        Assert.Equal(
            ["unknownColumn", "columnTwice", "nameChanged", "unknownSubject", "subjectTwice"],
            read["problems"]!.AsArray().Select(problem => (string)problem!["code"]!)
        );
        Assert.Equal(
            ["a2 93"],
            read["cells"]!.AsArray().Select(cell => $"{cell!["subject"]} {cell["value"]}")
        );
    }

    private async Task<TownshipYear> FilledAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var items = SheetPlan.Find(year.Scheme, new SheetKey(Department, "")).Items;
        await SaveAsync(
            year,
            [
                .. items.SelectMany(item =>
                    new[]
                    {
                        ("a1", item.Item, (decimal?)80m, (string?)null, 0L),
                        ("a2", item.Item, 81m, null, 0L),
                    }
                ),
            ]
        );
        return year;
    }

    private async Task<TownshipYear> SignedAsync()
    {
        var year = await FilledAsync();
        await SubmitAsync(year);
        await SignAsync(year);
        return year;
    }

    private static Task<JsonNode> SubmitAsync(TownshipYear year) =>
        year.PostAsync(year.Scorer(Department), "/sheets/submit", new { sheets = Sheet });

    private static Task<JsonNode> SignAsync(TownshipYear year) =>
        year.PostAsync(
            year.LeaderAccount(),
            "/sheets/sign",
            new { sheets = Sheet, confirm = true }
        );

    private static Task<JsonNode> SheetAsync(TownshipYear year) =>
        year.GetAsync($"{year.Path}/sheets/cells?department={Uri.EscapeDataString(Department)}");

    private static JsonNode Cell(JsonNode sheet, string subject, string item) =>
        sheet["cells"]!
            .AsArray()
            .Single(cell => (string?)cell!["subject"] == subject && (string?)cell["item"] == item)!;

    private static long Version(JsonNode cell) => (long)cell["version"]!;

    private static object Cells(
        params (string Subject, string Item, decimal? Value, string? Reason, long Version)[] cells
    ) =>
        new
        {
            department = Department,
            cells = cells.Select(cell => new
            {
                subject = cell.Subject,
                item = cell.Item,
                value = cell.Value,
                reason = cell.Reason,
                version = cell.Version,
            }),
        };

    private static async Task SaveAsync(
        TownshipYear year,
        params (string Subject, string Item, decimal? Value, string? Reason, long Version)[] cells
    )
    {
        using var answer = await year.SendAsync(
            year.Scorer(Department),
            "/sheets/cells",
            Cells(cells),
            method: HttpMethod.Put
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonNode> IsRefusedAsync<TException>(TownshipYear year, object cells)
        where TException : DomainException
    {
        using var answer = await year.SendAsync(
            year.Scorer(Department),
            "/sheets/cells",
            cells,
            method: HttpMethod.Put
        );
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(DomainException.CodeOf(typeof(TException)), (string?)problem["code"]);
        return problem;
    }

    private static async Task SettingAsync(
        TownshipYear year,
        object setting,
        HttpStatusCode expected
    )
    {
        using var answer = await year.SendAsync(
            year.Admin,
            "/sheets/signature",
            setting,
            method: HttpMethod.Put
        );
        Assert.Equal(expected, answer.StatusCode);
    }

    private static async Task<JsonNode> ReadFileAsync(TownshipYear year, HttpClient by, byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { content, "file", "评分表.xlsx" } };
        using var answer = await by.PostAsync(
            $"{year.Path}/sheets/file?department={Uri.EscapeDataString(Department)}",
            form
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>What a calculation would read of departments.</summary>
    private async Task<List<(string Subject, string Item, decimal Value)>> CountedAsync(
        TownshipYear year
    )
    {
        await using var scope = host.In(year.Township);
        var ledger = scope.ServiceProvider.GetRequiredService<FactLedger>();
        return
        [
            .. (await ledger.CountingAsync(year.Cycle, CancellationToken.None))
                .OrderBy(entry => entry.Id)
                .Select(entry => (entry.Subject, entry.Item, Normalization.Of(entry.Value))),
        ];
    }
}
