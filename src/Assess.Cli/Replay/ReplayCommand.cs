using System.CommandLine;
using Assessment.Archives;
using Assessment.Archives.Replaying;
using Assessment.Archives.Signing;
using Assessment.Cli.Files;

namespace Assessment.Cli.Replay;

/// <summary>
/// <c>assess replay FILE</c>; ends with 1 where the file is not as it was signed, or the result cannot be calculated again
/// from it.
/// </summary>
internal static class ReplayCommand
{
    internal static Command Create()
    {
        var command = new Command(
            "replay",
            "核对最终结果文件的签名和每一项内容，并按其中的方案、事实和决定复算"
        );
        var file = new Argument<string>("FILE") { Description = "最终结果文件（.zip）" };
        var key = new Option<string?>("--key")
        {
            Description = "签名必须出自这把公钥（PEM 文件）；不写时用文件自带的公钥",
            HelpName = "PEM",
        };
        command.Arguments.Add(file);
        command.Options.Add(key);
        command.SetAction(
            (parsed, cancellation) =>
                InputCannotBeUsed.ReportedAsync(async () =>
                {
                    var wanted = await FingerprintAsync(parsed.GetValue(key), cancellation);
                    return Run(
                        await OpenAsync(parsed.GetRequiredValue(file), cancellation),
                        wanted,
                        Console.Out
                    );
                })
        );
        return command;
    }

    private static int Run(OpenedFinalFile file, string? wanted, TextWriter output)
    {
        if (file.Problems.Count > 0)
        {
            return Report(file.Problems, output);
        }

        if (wanted is not null && wanted != file.Fingerprint)
        {
            return Report(
                [$"签名所用的公钥（指纹 {file.Fingerprint}）不是指定的公钥（指纹 {wanted}）"],
                output
            );
        }

        var replay = FinalFileReplay.Of(file);
        if (replay.Problems.Count > 0)
        {
            return Report(replay.Problems, output);
        }

        ReplayText.Show(file, replay, isKeyKnown: wanted is not null, output);
        return ExitCode.Done;
    }

    private static int Report(IEnumerable<string> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            output.WriteLine(problem.ReplaceLineEndings(" "));
        }

        return ExitCode.ProblemsFound;
    }

    private static async Task<OpenedFinalFile> OpenAsync(
        string file,
        CancellationToken cancellation
    ) =>
        OpenedFinalFile.Open(await BinaryFile.ReadAsync(file, cancellation))
        ?? throw new InputCannotBeUsed($"{file}：不是最终结果文件");

    private static async Task<string?> FingerprintAsync(
        string? file,
        CancellationToken cancellation
    ) =>
        file is null
            ? null
            : PublicKeys.FingerprintOf(await TextFile.ReadAsync(file, cancellation))
                ?? throw new InputCannotBeUsed($"{file}：不是 PEM 格式的公钥");
}
