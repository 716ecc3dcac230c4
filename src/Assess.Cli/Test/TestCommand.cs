using System.CommandLine;
using Assessment.Cli.Files;

namespace Assessment.Cli.Test;

/// <summary><c>assess test DIR…</c>.</summary>
internal static class TestCommand
{
    internal static Command Create()
    {
        var command = new Command("test", "核对案例：按方案计算各案例，与应得结果比较");
        var folders = new Argument<string[]>("DIR")
        {
            Description =
                "文件夹，可以写多个；其中每个 scheme.yaml 旁的 cases/*/facts.json 与 expected.json 是一个案例，名称以 bad 开头的文件夹除外",
            Arity = ArgumentArity.OneOrMore,
        };
        command.Arguments.Add(folders);
        command.SetAction(
            (parsed, cancellation) =>
                InputCannotBeUsed.ReportedAsync(() =>
                    RunAsync(parsed.GetRequiredValue(folders), cancellation)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> folders,
        CancellationToken cancellation
    )
    {
        var schemes = SchemeFolder.Below(folders);
        if (schemes.All(scheme => scheme.Cases.Count == 0))
        {
            throw new InputCannotBeUsed(
                $"没有找到案例（{SchemeFolder.SchemeFile} 旁的 {SchemeFolder.CasesFolder} 文件夹）：{string.Join("、", folders)}"
            );
        }

        var allRight = true;
        foreach (var scheme in schemes)
        {
            var run = await SchemeRun.OfAsync(scheme, cancellation);
            TestReport.Show(run, Screen.Create());
            allRight &= run.IsRight;
        }
        return allRight ? ExitCode.Done : ExitCode.ProblemsFound;
    }
}
