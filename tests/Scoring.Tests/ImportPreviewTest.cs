using System.Text;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Imports;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class ImportPreviewTest(ScoringHost host)
{
    [Fact]
    public async Task Preview_ShowsHeadsRowsAndRefusals_AndNothingOfItHolds()
    {
        var year = TownshipYear.Empty(host);
        await year.ImportAsync("areas", "id,name,category,households,party_members\na1,甲,,10,1\n");
        await Eventually.HoldsAsync(
            "the other services told",
            () => host.ReadAsync(year.Township, async db => !await db.Outbox.AnyAsync())
        );
        var client = Client(year);

        var preview = await client.PreviewAsync(
            "areas",
            Encoding.UTF8.GetBytes(
                "社区编号,居民区名称,分类,户数（户）,党员人数,电话\na1,甲,,１０,1,\na2,乙,,0800,80,6\na3,丙,,多,1,\na1,丁,,1,1,\n".Replace(
                    "１０",
                    "10",
                    StringComparison.Ordinal
                )
            )
        );

        Assert.Equal(
            ["编号", "名称", "类别", "总户数", "党员数"],
            preview["heads"]!.AsArray().Select(head => (string?)head!["title"])
        );
        Assert.Equal("电话", (string?)Assert.Single(preview["unusedHeads"]!.AsArray())!["head"]);
        Assert.Equal((4, 2), ((int)preview["rows"]!, (int)preview["refused"]!));
        Assert.Equal(
            (1, 0, 1),
            (Count(preview, "added"), Count(preview, "updated"), Count(preview, "unchanged"))
        );
        var rows = preview["firstRows"]!.AsArray();
        Assert.Equal(
            ["a2", "乙", "", "800", "80"],
            rows[1]!["values"]!.AsArray().Select(value => (string?)value)
        );
        Assert.Null(rows[1]!["problem"]?.ToString());
        var refused = rows[2]!["problem"]!;
        Assert.Equal(
            ("户数（户）", "invalidValue"),
            ((string?)refused["column"], (string?)refused["code"])
        );
        Assert.Contains("“户数（户）”", (string?)refused["message"], StringComparison.Ordinal);
        Assert.Single((await year.GetAsync("/api/scoring/areas")).AsArray());
        Assert.Equal(
            (1, 0),
            await host.ReadAsync(
                year.Township,
                async db => (await db.Set<ImportJob>().CountAsync(), await db.Outbox.CountAsync())
            )
        );
        Assert.Single(host.Received<AreasChanged>(year.Township));
    }

    [Fact]
    public async Task FileThatIsRefusedWhole_SaysWhy_WithTheHeadsThatWereUnderstood()
    {
        var preview = await Client(TownshipYear.Empty(host))
            .PreviewAsync("areas", Encoding.UTF8.GetBytes("编号,名称,总户书\na1,甲,1\n"));

        Assert.Equal("import-file-lacks-columns", (string?)preview["error"]!["code"]);
        Assert.Equal(
            ["总户数", "党员数"],
            preview["missingColumns"]!.AsArray().Select(column => (string?)column)
        );
        Assert.Equal("总户数", (string?)preview["unusedHeads"]![0]!["nearest"]);
        Assert.Equal(2, preview["heads"]!.AsArray().Count);
    }

    [Fact]
    public async Task MoreRowsThanAreShown_AreCountedAll()
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(n => $"a{n},甲,,x,1\n"));

        var preview = await Client(TownshipYear.Empty(host))
            .PreviewAsync("areas", Encoding.UTF8.GetBytes("编号,名称,类别,户数,党员数\n" + rows));

        Assert.Equal(
            (20, 30, 30),
            (preview["firstRows"]!.AsArray().Count, (int)preview["rows"]!, (int)preview["refused"]!)
        );
    }

    /// <summary>Whatever is wrong with a file, the preview says of it what the import says afterwards.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Preview_OfARandomFile_RefusesWhatTheImportRefuses(int seed)
    {
        var random = new Random(seed);
        var year = await TownshipYear.ScoringAsync(host);
        var client = Client(year);
        foreach (var (kind, file) in RandomFiles(random))
        {
            var content = Encoding.UTF8.GetBytes(file);

            var preview = await client.PreviewAsync(kind, content);
            var report = await client.ImportAsync(kind, content);

            Assert.Equal(preview["error"]?.ToJsonString(), report["error"]?.ToJsonString());
            Assert.Equal(preview["problems"]!.ToJsonString(), report["problems"]!.ToJsonString());
            Assert.Equal((int)preview["refused"]!, (int)report["problemCount"]!);
            Assert.Equal(Sorted(preview["counts"]!), Sorted(report["counts"]!));
        }
    }

    private static IEnumerable<(string Kind, string File)> RandomFiles(Random random)
    {
        string[] ids = ["a1", "a2", "a3", "p1", "p2", "", "a1"];
        string[] numbers = ["0", "12", "-1", "x", "", "1000001", "7.5"];
        for (var file = 0; file < 6; file++)
        {
            yield return (
                "areas",
                File(
                    random,
                    [
                        ["id", "编号"],
                        ["name", "名称"],
                        ["类别"],
                        ["户数", "总户书"],
                        ["党员数"],
                    ],
                    [ids, ["甲", ""], ["普通", ""], numbers, numbers]
                )
            );
            yield return (
                "staff",
                File(
                    random,
                    [
                        ["人员编号"],
                        ["area", "所属居民区"],
                        ["姓名"],
                        ["岗位"],
                        ["坐班"],
                    ],
                    [ids, ids, ["张三", ""], ["secretary", "董事长"], ["是", "", "也许"]]
                )
            );
            yield return (
                "scores",
                File(
                    random,
                    [
                        ["对象"],
                        ["item"],
                        ["科室"],
                        ["期次"],
                        ["得分"],
                        ["理由"],
                    ],
                    [
                        ids,
                        ["R1.1", "R9.9", "visits.false"],
                        ["社建办", "安全办", ""],
                        ["", "Q1"],
                        numbers,
                        ["", "抽查"],
                    ]
                )
            );
        }
    }

    private static string File(Random random, string[][] heads, string[][] cells)
    {
        var rows = Enumerable
            .Range(0, random.Next(1, 12))
            .Select(_ => string.Join(',', cells.Select(column => random.GetItems(column, 1)[0])));
        return string.Join(
            '\n',
            [string.Join(',', heads.Select(column => random.GetItems(column, 1)[0])), .. rows]
        );
    }

    private static ImportClient Client(TownshipYear year) => new(year.Admin, "scoring", year.Cycle);

    private static int Count(JsonNode report, string outcome) => (int)report["counts"]![outcome]!;

    private static string Sorted(JsonNode counts) =>
        string.Join(
            '\n',
            counts
                .AsObject()
                .OrderBy(count => count.Key)
                .Select(count => $"{count.Key} {count.Value}")
        );
}
