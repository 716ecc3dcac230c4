using System.CommandLine;
using Assessment.Audit;
using Assessment.Cli.Files;

namespace Assessment.Cli.VerifyAudit;

/// <summary><c>assess verify-audit EXPORT</c>; ends with 1 where a record was changed, removed or moved.</summary>
internal static class VerifyAuditCommand
{
    internal static Command Create()
    {
        var command = new Command(
            "verify-audit",
            "核对导出的审计记录：有没有被改动、缺少或颠倒次序"
        );
        var export = new Argument<string>("EXPORT") { Description = "审计记录的导出文件" };
        command.Arguments.Add(export);
        command.SetAction(
            (parsed, cancellation) =>
                InputCannotBeUsed.ReportedAsync(async () =>
                {
                    var file = parsed.GetRequiredValue(export);
                    var report = await CheckAsync(file, cancellation);
                    if (report.Chains.Count == 0)
                    {
                        throw new InputCannotBeUsed($"{file}：不是审计记录的导出文件");
                    }

                    VerificationText.Show(report, Console.Out);
                    return report.IsInOrder ? ExitCode.Done : ExitCode.ProblemsFound;
                })
        );
        return command;
    }

    /// <summary>Line by line: an export of several years is large.</summary>
    private static async Task<ExportReport> CheckAsync(string file, CancellationToken cancellation)
    {
        using var lines = TextFile.OpenLines(file);
        return await ExportCheck.RunAsync(lines, cancellation);
    }
}
