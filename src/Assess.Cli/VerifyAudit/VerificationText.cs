using Assessment.Audit;

namespace Assessment.Cli.VerifyAudit;

/// <summary>Says for people what was found, a line for each chain and for each line that belongs to none.</summary>
internal static class VerificationText
{
    internal static void Show(ExportReport report, TextWriter output)
    {
        foreach (var (header, problem) in report.Chains)
        {
            output.WriteLine(
                problem is null
                    ? $"{NameOf(header.Service, header.Township)}：共 {header.Count} 条，核对无误，末条校验值 {header.Head}"
                    : $"{NameOf(header.Service, header.Township)}：{Text(problem)}"
            );
        }

        foreach (var stray in report.Stray)
        {
            output.WriteLine(Text(stray));
        }
    }

    private static string Text(ChainProblem problem) =>
        problem.Fault switch
        {
            ChainFault.Changed => $"{Place(problem)}被改动",
            ChainFault.Unlinked => $"{Place(problem)}与前一条不相连，其中一条被改动后重算了校验值",
            ChainFault.Missing => $"{Place(problem)}缺少",
            ChainFault.OutOfOrder => $"{Place(problem)}次序颠倒或重复",
            ChainFault.Surplus => $"{Place(problem)}是多出的，不在文件头所说的条数以内",
            ChainFault.HeadDiffers =>
                $"{Place(problem)}是末条，校验值与文件头的不符，其中一处被改动",
            ChainFault.Unannounced =>
                $"{NameOf(problem.Service, problem.Township)}：{Place(problem)}没有对应的文件头，文件头缺少或在后面",
            ChainFault.Unreadable =>
                $"文件第 {problem.Line} 行被改动，不是完整的审计记录或文件头，或文件头重复",
            _ => throw new InvalidOperationException($"There is no word for {problem.Fault}."),
        };

    private static string Place(ChainProblem problem) =>
        problem.Line is { } line
            ? $"第 {problem.Sequence} 条（文件第 {line} 行）"
            : $"第 {problem.Sequence} 条";

    private static string NameOf(string service, string township) =>
        township.Length == 0 ? $"{service} 区级" : $"{service} {township}";
}
