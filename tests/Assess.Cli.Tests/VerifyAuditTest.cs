using Assessment.Audit;

namespace Assessment.Cli.Tests;

/// <summary><c>assess verify-audit</c>.</summary>
public sealed class VerifyAuditTest
{
    private static readonly string[] Scoring = [.. AuditExportFile.Chain("scoring", 5)];
    private static readonly string[] Survey = [.. AuditExportFile.Chain("survey", 3)];

    [Fact]
    public async Task SeveralServices_OneAfterTheOther_AreInOrder()
    {
        var run = await RunAsync([.. Scoring, .. Survey]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(
            "scoring a：共 5 条，核对无误，末条校验值 ",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("\nsurvey a：共 3 条，核对无误", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralServices_JoinedByTime_AreInOrder()
    {
        var run = await RunAsync([
            Scoring[0],
            Survey[0],
            Scoring[1],
            Survey[1],
            Survey[2],
            Scoring[2],
            Scoring[3],
            Survey[3],
            .. Scoring[4..],
        ]);

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task ChangedRecord_IsNamed() =>
        await ProblemAsync(
            "scoring a：第 3 条（文件第 4 行）被改动",
            [
                .. Scoring[..3],
                Scoring[3].Replace("zhang.san", "li.si", StringComparison.Ordinal),
                .. Scoring[4..],
                .. Survey,
            ]
        );

    [Fact]
    public async Task RecordThatIsLeftOut_IsNamed() =>
        await ProblemAsync("scoring a：第 3 条缺少", [.. Scoring[..3], .. Scoring[4..], .. Survey]);

    [Fact]
    public async Task RecordsInAnotherOrder_AreNamed() =>
        await ProblemAsync(
            "scoring a：第 3 条（文件第 5 行）次序颠倒或重复",
            [.. Scoring[..3], Scoring[4], Scoring[3], Scoring[5], .. Survey]
        );

    [Fact]
    public async Task RecordThatIsThereTwice_IsNamed() =>
        await ProblemAsync(
            "scoring a：第 2 条（文件第 4 行）次序颠倒或重复",
            [.. Scoring[..3], .. Scoring[2..], .. Survey]
        );

    [Fact]
    public async Task EndThatIsCutOff_IsFoundByTheHeader() =>
        await ProblemAsync("scoring a：第 5 条缺少", [.. Scoring[..5], .. Survey]);

    [Fact]
    public async Task RecordMadeUpAtTheEnd_IsFoundByTheHeader()
    {
        var longer = AuditExportFile.Chain("scoring", 6);
        await ProblemAsync(
            "scoring a：第 6 条是多出的，不在文件头所说的条数以内",
            [Scoring[0], .. longer[1..], .. Survey]
        );
    }

    [Fact]
    public async Task RecordWithAHashOfItsOwn_IsNotLinkedToTheNext()
    {
        var record = (AuditRecord)AuditLine.Read(Scoring[2])! with { Who = "li.si" };
        await ProblemAsync(
            "scoring a：第 3 条（文件第 4 行）与前一条不相连，其中一条被改动后重算了校验值",
            [
                .. Scoring[..2],
                AuditLine.Of(record with { Hash = AuditHash.Of(record) }),
                .. Scoring[3..],
                .. Survey,
            ]
        );
    }

    [Fact]
    public async Task ChainWithoutItsHeader_IsNamed()
    {
        var run = await RunAsync([.. Scoring[1..2], .. Survey]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "scoring a：第 1 条（文件第 1 行）没有对应的文件头，文件头缺少或在后面\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task LineThatIsNoRecord_IsNamed()
    {
        var run = await RunAsync([.. Scoring, " " + Survey[0]]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("文件第 7 行被改动", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatIsNoExport_CannotBeUsed() =>
        EvaluateTest.AssertRefused(await RunAsync(["{}"]), "不是审计记录的导出文件");

    [Fact]
    public async Task FileThatIsNotThere_CannotBeUsed() =>
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("verify-audit", "no.ndjson"),
            "没有这个文件：no.ndjson"
        );

    /// <summary>Whatever is done to an export, be it by chance or on purpose, it is found.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AnyEdit_IsFound(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 500; run++)
        {
            var export = Scoring.Concat(Survey).ToList();
            var touched = Touch(random, export.ToList());
            if (IsSameChains(export, touched))
            {
                continue;
            }

            Assert.False(
                (await AuditExportFile.CheckAsync(touched)).IsInOrder,
                string.Join('\n', touched)
            );
        }
    }

    /// <summary>Headers and chains may stand in any order among each other.</summary>
    private static bool IsSameChains(List<string> one, List<string> other) =>
        new[] { "\"scoring\"", "\"survey\"" }.All(service =>
            one.Where(Of(service)).SequenceEqual(other.Where(Of(service)))
        )
        && one.Count == other.Count;

    private static Func<string, bool> Of(string service) =>
        line => line.Contains(service, StringComparison.Ordinal);

    private static List<string> Touch(Random random, List<string> lines)
    {
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var place = random.Next(lines.Count);
            var line = lines[place];
            switch (random.Next(5))
            {
                case 0:
                    lines.RemoveAt(place);
                    break;
                case 1:
                    lines.RemoveAt(place);
                    lines.Insert(random.Next(lines.Count + 1), line);
                    break;
                case 2:
                    lines.Insert(random.Next(lines.Count + 1), line);
                    break;
                case 3:
                    var letter = random.Next(line.Length);
                    lines[place] = line[..letter] + (char)(line[letter] ^ 1) + line[(letter + 1)..];
                    break;
                default:
                    lines[place] = line.Remove(random.Next(line.Length), 1);
                    break;
            }
        }

        return lines;
    }

    private static async Task ProblemAsync(string expected, string[] lines)
    {
        var run = await RunAsync(lines);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Equal(expected, run.Output.Split('\n')[0]);
        Assert.Contains("survey a：共 3 条，核对无误", run.Output, StringComparison.Ordinal);
    }

    private static async Task<Run> RunAsync(string[] lines)
    {
        using var folder = new TemporaryFolder();
        await folder.WriteAsync("export.ndjson", string.Join('\n', lines) + "\n");
        return await Assess.RunAsync(
            "verify-audit",
            System.IO.Path.Combine(folder.Path, "export.ndjson")
        );
    }
}
