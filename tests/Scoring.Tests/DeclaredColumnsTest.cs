using System.Net;
using System.Text.Json.Nodes;
using Assessment.Scoring.Registers;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>附加项: the columns that a scheme declares, from the file to the facts.</summary>
[Collection(ScoringService.Name)]
public sealed class DeclaredColumnsTest(ScoringHost host)
{
    private const string Declared = """
        attributes:
          lifts: {of: areas, title: 电梯台数, type: whole, unit: 台, range: {from: 0, to: 500}}
          green: {of: areas, title: 绿化率, type: number, unit: "%", range: {from: 0, to: 100}}
          kind: {of: areas, title: 小区类型, type: choice, values: [老旧小区, 商品房], required: true}
          renewed: {of: areas, title: 已改造, type: flag}
          builtOn: {of: areas, title: 建成日期, type: date}
          note: {of: areas, title: 情况说明, type: text}
          certified: {of: staff, title: 持证社工, type: flag}

        """;

    private const string Areas =
        "编号,名称,类别,总户数,党员数,电梯台数,green,小区类型,已改造,建成日期,情况说明\n"
        + "a1,甲居民区,普通,1000,100,12,35.50,老旧小区,是,1998/5/1,加装电梯试点\n"
        + "a2,乙居民区,普通,800,80,,,商品房,,,\n";

    private const string Staff =
        "编号,居民区,姓名,职务,主持工作,坐班,持证社工\np1,a1,张三,secretary,,,是\np2,a2,李四,director,,是,\n";

    private static string Yaml(string declared = Declared) =>
        CaseFiles
            .Text("gaojing-2024", "scheme.yaml")
            .Replace("\nareas:\n", $"\n{declared}\nareas:\n", StringComparison.Ordinal);

    private static string Second(string declared) =>
        Yaml(declared)
            .Replace("scheme: gaojing-2024", "scheme: gaojing-2025", StringComparison.Ordinal)
            .Replace("\nyear: 2024", "\nyear: 2025", StringComparison.Ordinal);

    private async Task<TownshipYear> OpenAsync()
    {
        var year = TownshipYear.Empty(host);
        using var adopted = await year.AdoptAsync("gaojing-2024", Yaml());
        Assert.True(adopted.IsSuccessStatusCode, await adopted.Content.ReadAsStringAsync());
        await year.ImportAsync("areas", Areas);
        await year.ImportAsync("staff", Staff);
        await year.OpenCycleAsync(2024, yaml: Yaml());
        return year;
    }

    [Fact]
    public async Task ImportedColumns_AreInTheCycleAndInTheFacts()
    {
        var year = await OpenAsync();
        await year.PostAsync("/start-scoring");
        await year.CalculateAsync();

        var row = await new RegisterPages(year, year.Cycle).RowAsync("areas", "a1");
        Assert.Equal(
            ("12", "35.5", "老旧小区", "是", "1998-05-01", "加装电梯试点"),
            (
                (string?)row["values"]!["lifts"],
                (string?)row["values"]!["green"],
                (string?)row["values"]!["kind"],
                (string?)row["values"]!["renewed"],
                (string?)row["values"]!["builtOn"],
                (string?)row["values"]!["note"]
            )
        );
        var facts = await year.GetAsync($"{year.Path}/results/facts.json");
        Assert.Equal(
            """{"builtOn":"1998-05-01","green":35.5,"kind":"老旧小区","lifts":12,"note":"加装电梯试点","renewed":true}""",
            Plain(facts["areas"]![0]!["attributes"]!)
        );
        Assert.Equal("""{"kind":"商品房"}""", Plain(facts["areas"]![1]!["attributes"]!));
        Assert.Equal("""{"certified":true}""", Plain(facts["staff"]![0]!["attributes"]!));
        Assert.Null(facts["staff"]![1]!["attributes"]);
        Assert.Single(await new RegisterPages(year, year.Cycle).RowsAsync("areas", "q=加装电梯"));
    }

    [Theory]
    [InlineData("lifts", "501")]
    [InlineData("lifts", "-1")]
    [InlineData("lifts", "1.5")]
    [InlineData("green", "100.1")]
    [InlineData("kind", "别墅")]
    [InlineData("renewed", "改造中")]
    [InlineData("builtOn", "1998-02-30")]
    public async Task CellThatDoesNotFit_IsRefusedWithItsColumn(string column, string cell)
    {
        var year = TownshipYear.Empty(host);
        using var adopted = await year.AdoptAsync("gaojing-2024", Yaml());

        var report = await year.ImportAsync(
            "areas",
            $"id,name,category,households,party_members,kind2,{column},{(column == "kind" ? "x" : "kind")}\na1,甲,,1,1,,{cell},老旧小区\n"
        );

        var problem = Assert.Single(report["problems"]!.AsArray())!;
        Assert.Equal(
            (column, "invalidValue"),
            ((string?)problem["column"], (string?)problem["code"])
        );
    }

    [Fact]
    public async Task RequiredColumn_MustBeInTheFileAndFilled()
    {
        var year = TownshipYear.Empty(host);
        using var adopted = await year.AdoptAsync("gaojing-2024", Yaml());

        var without = await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members\na1,甲,,1,1\n"
        );
        var empty = await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members,kind\na1,甲,,1,1,\n"
        );

        Assert.Equal("import-file-lacks-columns", (string?)without["error"]!["code"]);
        Assert.Contains(
            "小区类型",
            (string?)without["error"]!["message"],
            StringComparison.Ordinal
        );
        Assert.Equal("missingValue", (string?)Assert.Single(empty["problems"]!.AsArray())!["code"]);
    }

    [Fact]
    public async Task FileWithoutAnOptionalColumn_LeavesWhatIsStored()
    {
        var year = await OpenAsync();

        await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members,kind\na1,改名居民区,普通,1000,100,商品房\n"
        );

        var row = await new RegisterPages(year, cycle: null).RowAsync("areas", "a1");
        Assert.Equal(
            ("改名居民区", "商品房", "12"),
            (
                (string?)row["values"]!["name"],
                (string?)row["values"]!["kind"],
                (string?)row["values"]!["lifts"]
            )
        );
        // Of the cycle's columns, that is what differs.
        var difference = Assert.Single(
            (await year.GetAsync($"{year.Path}/register-differences")).AsArray()
        )!;
        Assert.Equal("商品房", (string?)difference["values"]!["kind"]);
        Assert.Equal("老旧小区", (string?)difference["inCycle"]!["kind"]);
        var taken = await year.PostAsync(
            "/register-differences/take-over",
            new { date = "2024-05-01", reason = "核对后更正" }
        );
        Assert.Equal(1, (int)taken["changed"]!);
        var cycle = new RegisterPages(year, year.Cycle);
        Assert.Equal("商品房", (string?)(await cycle.RowAsync("areas", "a1"))["values"]!["kind"]);
        var history = await cycle.HistoryAsync("areas", await cycle.RowAsync("areas", "a1"));
        Assert.Equal("老旧小区", (string?)history[0]!["before"]!["kind"]);
    }

    [Fact]
    public async Task EditedRow_IsCheckedAndKept_AndOfPeopleTheAuditDoesNotSayIt()
    {
        var year = await OpenAsync();
        var cycle = new RegisterPages(year, year.Cycle);
        var row = await cycle.RowAsync("staff", "p2");
        object Entry(string certified) =>
            new
            {
                values = RegisterPages.With(row, ("certified", certified)),
                date = "2024-06-01",
                reason = "取得证书",
                alsoCurrent = true,
            };

        using var refused = await cycle.PutAsync("staff", row, Entry("有"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var changed = await cycle.PutAsync("staff", row, Entry("是"));
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());

        Assert.Equal(
            "是",
            (string?)
                (await new RegisterPages(year, cycle: null).RowAsync("staff", "p2"))["values"]![
                    "certified"
                ]
        );
        var audited = (await year.GetAsync("/api/scoring/audit?action=register.changed"))[
            "entries"
        ]!
            .AsArray()
            .Select(entry => Plain(entry!).Replace("\\", "", StringComparison.Ordinal))
            .ToList();
        // In the cycle and in the township.
        Assert.Equal(2, audited.Count);
        Assert.All(
            audited,
            entry =>
                Assert.Contains("\"certified\":\"见变动记录\"", entry, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Columns_AreListedForFormsAndFiles_OfTheirScopeOnly()
    {
        var year = await OpenAsync();
        using var second = await year.AdoptAsync(
            "gaojing-2024",
            Second(
                "attributes:\n  kind: {of: areas, title: 小区类型, type: choice, values: [别墅]}\n  shops: {of: areas, title: 商铺数, type: whole}\n"
            )
        );
        Assert.True(second.IsSuccessStatusCode, await second.Content.ReadAsStringAsync());

        var ofTownship = await ColumnsAsync(year, "");
        var ofCycle = await ColumnsAsync(year, $"?cycle={year.Cycle}");

        Assert.Equal(
            ["kind", "shops", "lifts", "green", "renewed", "builtOn", "note"],
            ofTownship.Skip(5).Select(column => (string?)column!["name"])
        );
        Assert.Equal(
            ["别墅", "老旧小区", "商品房"],
            ofTownship[5]!["words"]!.AsArray().Select(word => (string?)word!["value"])
        );
        Assert.False((bool)ofTownship[5]!["isRequired"]!);
        Assert.Equal(
            ["lifts", "green", "kind", "renewed", "builtOn", "note"],
            ofCycle.Skip(5).Select(column => (string?)column!["name"])
        );
        Assert.True((bool)ofCycle[7]!["isRequired"]!);
        await new ImportClient(year.Admin, "scoring").TemplateIsReadBackAsync(
            "areas",
            ["a9", "丙", "", "10", "1", "商品房", "3", "2", "12.5", "是", "2001-02-03", "新建"]
        );
    }

    [Fact]
    public async Task ColumnOfAnotherScheme_IsTheTownshipsAndNotTheCycles()
    {
        var year = await OpenAsync();
        using var second = await year.AdoptAsync(
            "gaojing-2024",
            Second("attributes:\n  shops: {of: areas, title: 商铺数, type: whole}\n")
        );
        Assert.True(second.IsSuccessStatusCode, await second.Content.ReadAsStringAsync());

        await year.ImportAsync(
            "areas",
            "编号,名称,类别,总户数,党员数,小区类型,商铺数\na1,甲居民区,普通,1000,100,老旧小区,7\n"
        );

        Assert.Equal(
            "7",
            (string?)
                (await new RegisterPages(year, cycle: null).RowAsync("areas", "a1"))["values"]![
                    "shops"
                ]
        );
        Assert.Empty((await year.GetAsync($"{year.Path}/register-differences")).AsArray());
    }

    [Fact]
    public async Task RowsThatLackWhatTheSchemeAsks_AreNamedWhenTheCycleOpens()
    {
        var year = TownshipYear.Empty(host);
        await year.ImportAsync(
            "areas",
            "id,name,category,households,party_members\na1,甲居民区,普通,1000,100\n"
        );
        await year.OpenCycleAsync(2024, yaml: Yaml());

        var unfit = Assert.Single((await year.ProgressAsync())["takenOver"]!["unfit"]!.AsArray())!;

        Assert.Equal(
            ("areas", "a1", "kind", "小区类型", "missingValue"),
            (
                (string?)unfit["register"],
                (string?)unfit["key"],
                (string?)unfit["column"],
                (string?)unfit["columnTitle"],
                (string?)unfit["code"]
            )
        );
        await year.PostAsync("/start-scoring");
        await year.CalculateAsync();
        var problems = (await year.ProgressAsync())["calculation"]!["problems"]!.AsArray();
        Assert.Equal("attribute-missing", (string?)Assert.Single(problems)!["code"]);
    }

    [Theory]
    [InlineData("kind: {of: areas, title: 小区类型, type: text}", "attribute-declared-otherwise")]
    [InlineData(
        "lifts: {of: staff, title: 电梯, type: whole, unit: 台}",
        "attribute-declared-otherwise"
    )]
    [InlineData("elevators: {of: areas, title: 电梯台数, type: whole}", "attribute-title-taken")]
    [InlineData("flats: {of: areas, title: 户数, type: whole}", "attribute-head-taken")]
    public async Task DeclarationThatClashes_IsNotAdopted(string declaration, string code)
    {
        var year = await OpenAsync();

        using var refused = await year.AdoptAsync(
            "gaojing-2024",
            Second($"attributes:\n  {declaration}\n")
        );

        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.Equal(
            DomainException.CodeOf(typeof(AttributesMustFitTheRegisters)),
            (string?)problem["code"]
        );
        Assert.Equal(code, (string?)Assert.Single(problem["problems"]!.AsArray())!["code"]);
    }

    [Fact]
    public async Task ImportThatChangedThem_CanBeUndone()
    {
        var year = await OpenAsync();
        var report = await year.ImportAsync(
            "staff",
            "编号,居民区,姓名,职务,持证社工\np2,a2,李四,director,是\n"
        );

        await new ImportClient(year.Admin, "scoring").UndoAsync(report);

        var row = await new RegisterPages(year, cycle: null).RowAsync("staff", "p2");
        Assert.Null(row["values"]!["certified"]);
    }

    private static async Task<JsonArray> ColumnsAsync(TownshipYear year, string query) =>
        (await year.GetAsync($"/api/scoring/registers{query}"))[0]!["columns"]!.AsArray();

    private static string Plain(JsonNode node) =>
        node.ToJsonString(
            new()
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
