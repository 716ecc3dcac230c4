using System.CommandLine;
using Assessment.Cli.Files;
using Assessment.Engine.Language;

namespace Assessment.Cli.Decisions;

/// <summary><c>assess decisions FACTS.json</c>; ends with 1 where a quota that is hard is exceeded.</summary>
internal static class DecisionsCommand
{
    internal static Command Create()
    {
        var command = new Command("decisions", "列出集体研究决定，核对决定后的等次有没有超出名额");
        var input = new InputArguments(command);
        command.SetAction(
            (parsed, cancellation) =>
                input.RunAsync(
                    parsed,
                    result =>
                    {
                        DecisionsText.Show(result, Console.Out);
                        return result.QuotaOverruns.Any(one => one.Limit == QuotaLimit.Hard)
                            ? ExitCode.ProblemsFound
                            : ExitCode.Done;
                    },
                    cancellation
                )
        );
        return command;
    }
}
