using System.Text;
using Assessment.Archives;
using Assessment.Archives.Content;
using Assessment.Archives.Zip;

namespace Assessment.Cli.Tests.FinalFiles;

/// <summary><c>assess replay</c>, in a folder in which there is nothing but the file.</summary>
public sealed class ReplayTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestKey _key = new();

    [Theory]
    [InlineData("gaojing-2024", "7")]
    [InlineData("jingan-guidance", "8")]
    [InlineData("danan-2017", "7")]
    [InlineData("jiuting-2025", "8")]
    [InlineData("secretary-three-papers", "7")]
    [InlineData("secretary-three-reviews", "7")]
    public async Task FileOfEachScheme_WithDecisions_IsCalculatedAgain(string scheme, string number)
    {
        var content = SampleFinalFile.Content(scheme, number);

        var run = await RunAsync(FinalFileWriter.Write(content, _key).Content);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains($"公钥指纹 {_key.Fingerprint}", run.Output, StringComparison.Ordinal);
        Assert.Contains("公钥是文件自带的", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"居民区 {content.Result.Areas.Count} 个、工作人员 {content.Result.Staff.Count} 人，结果全部一致",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"校验码：{content.Result.Digest}，一致",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"引文 {content.Result.Scheme.Citations.Count} 处与来源文件相符",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SchemeWithoutItsDocument_SaysThatQuotesWereNotChecked()
    {
        var run = await RunAsync(
            FinalFileWriter
                .Write(SampleFinalFile.Content() with { SourceText = null }, _key)
                .Content
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("未附来源文件，引文没有核对", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_SaysWhatItReplaces()
    {
        var run = await RunAsync(
            FinalFileWriter
                .Write(
                    SampleFinalFile.Content() with
                    {
                        Version = 2,
                        Replaces = (1, new string('0', 64)),
                        Cause = "异议成立",
                    },
                    _key
                )
                .Content
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("更正第 1 版，原因：异议成立", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyOfTheDeployment_IsAgreedWith_AndAnotherIsNot()
    {
        using var other = new TestKey();
        var file = SampleFinalFile.Write(_key);

        var right = await RunAsync(file, "--key", await KeyFileAsync(_key.PublicKey));
        var wrong = await RunAsync(file, "--key", await KeyFileAsync(other.PublicKey));

        Assert.Equal(0, right.ExitCode);
        Assert.Contains("与指定的公钥一致", right.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Errors));
        Assert.Equal(
            $"签名所用的公钥（指纹 {_key.Fingerprint}）不是指定的公钥（指纹 {other.Fingerprint}）\n",
            wrong.Output
        );
    }

    [Theory]
    [InlineData(EntryNames.Manifest)]
    [InlineData(EntryNames.Signature)]
    [InlineData(EntryNames.Scheme)]
    [InlineData(EntryNames.Facts)]
    [InlineData(EntryNames.Results)]
    public async Task ByteChanged_IsNamed(string name)
    {
        var file = SampleFinalFile.Write(_key);
        var entry = StoredZipReading.Of(file).Entries.Single(one => one.Name == name);
        file[file.AsSpan().IndexOf(entry.Content) + 5] ^= 1;

        var run = await RunAsync(file);

        Assert.Equal((1, $"“{name}”被改动\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    /// <summary>Whoever forges a result and signs it with a key of their own: what is calculated again is another one.</summary>
    [Fact]
    public async Task ForgedResult_NamesTheSubjectAndTheValue()
    {
        var content = SampleFinalFile.Content();
        var best = content.Result.Areas.First(area => area.Rank == 1);
        var forged = SampleFinalFile.Forge(
            FinalFileWriter.Write(content, _key).Content,
            _key,
            entries =>
                entries.ConvertAll(entry =>
                    entry.Name != EntryNames.Results
                        ? entry
                        : ArchiveEntry.OfText(
                            entry.Name,
                            ReplaceFirst(
                                entry.Text,
                                $"\"id\": \"{best.Id}\",\n      \"total\": ",
                                "1"
                            )
                        )
                )
        );

        var run = await RunAsync(forged);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(
            $"“results.json”{best.Id} 总分：文件为 1",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ForgedFacts_NameTheDigest()
    {
        var forged = SampleFinalFile.Forge(
            SampleFinalFile.Write(_key),
            _key,
            entries =>
                entries.ConvertAll(entry =>
                    entry.Name != EntryNames.Facts
                        ? entry
                        : ArchiveEntry.OfText(
                            entry.Name,
                            entry.Text.Replace(
                                "\"households\": ",
                                "\"households\": 1",
                                StringComparison.Ordinal
                            )
                        )
                )
        );

        var run = await RunAsync(forged);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Contains("校验码不符：清单为 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesThatAreNone_CannotBeUsed()
    {
        EvaluateTest.AssertRefused(
            await RunAsync("这不是压缩文件"u8.ToArray()),
            "不是最终结果文件"
        );
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("replay", "no.zip"),
            "没有这个文件：no.zip"
        );
        EvaluateTest.AssertRefused(
            await RunAsync(SampleFinalFile.Write(_key), "--key", await KeyFileAsync("公钥")),
            "不是 PEM 格式的公钥"
        );
    }

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    /// <summary>Puts a digit in front of the first value after a text.</summary>
    private static string ReplaceFirst(string text, string after, string digit)
    {
        var place = text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        Assert.True(place > after.Length);
        return text.Insert(place, digit);
    }

    private Task<string> KeyFileAsync(string pem) =>
        _folder.WriteAsync($"{Guid.NewGuid():N}.pem", pem);

    private async Task<Run> RunAsync(byte[] file, params string[] options)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "final.zip"), file);
        return await Assess.RunInAsync(_folder.Path, ["replay", "final.zip", .. options]);
    }
}
