using Assessment.Archives;
using Assessment.Archives.Replaying;

namespace Assessment.Cli.Replay;

/// <summary>Says for people what was verified.</summary>
internal static class ReplayText
{
    internal static void Show(
        OpenedFinalFile file,
        ReplayReport replay,
        bool isKeyKnown,
        TextWriter output
    )
    {
        var manifest = file.Manifest!;
        output.WriteLine(
            $"{manifest.Township} {manifest.Year} 年度“{manifest.Title}”，最终结果第 {manifest.Version} 版"
        );
        if (manifest.Replaces is { } replaced)
        {
            output.WriteLine($"更正第 {replaced.Version} 版，原因：{manifest.Cause}");
        }

        output.WriteLine($"签名：核对无误，公钥指纹 {file.Fingerprint}");
        output.WriteLine(
            isKeyKnown
                ? "　　　与指定的公钥一致"
                : "　　　公钥是文件自带的，请与平台“验签公钥”页面公布的指纹核对"
        );
        output.WriteLine($"内容：{manifest.Entries.Count} 项，与清单逐项相符");
        output.WriteLine(
            replay.QuotesChecked is { } quotes
                ? $"方案：{manifest.Scheme.Id}，引文 {quotes} 处与来源文件相符"
                : $"方案：{manifest.Scheme.Id}，未附来源文件，引文没有核对"
        );
        output.WriteLine(
            $"复算：居民区 {replay.Areas} 个、工作人员 {replay.Staff} 人，结果全部一致"
        );
        output.WriteLine($"校验码：{manifest.Digest}，一致");
    }
}
