using System.CommandLine;
using System.Text.Json;
using Assessment.Cli.Files;

namespace Assessment.Cli.Explain;

/// <summary><c>assess explain FACTS.json AREA [--json]</c>; a person's id explains the payout line.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        var command = new Command("explain", "说明一个居民区的结果，或一个人的发放金额");
        var input = new InputArguments(command);
        var subject = new Argument<string>("AREA") { Description = "居民区编号，或人员编号" };
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        command.Arguments.Add(subject);
        command.Options.Add(json);
        command.SetAction(
            (parsed, cancellation) =>
                input.RunAsync(
                    parsed,
                    result =>
                    {
                        var tree = Explain(result, parsed.GetRequiredValue(subject));
                        if (parsed.GetValue(json))
                            Console.Out.WriteLine(
                                JsonSerializer.Serialize(tree, EngineJson.Options)
                            );
                        else
                            ExplanationTree.Show(tree, result.Scheme, Screen.Create());
                        return ExitCode.Done;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static ExplanationNode Explain(EvaluationResult result, string subject)
    {
        if (result.Areas.Any(area => string.Equals(area.Id, subject, StringComparison.Ordinal)))
            return result.Explain(subject);
        if (
            result.Payouts.Lines.Any(line =>
                string.Equals(line.Person, subject, StringComparison.Ordinal)
            )
        )
            return result.ExplainPayout(subject);
        throw new InputCannotBeUsed($"事实文件里没有编号为“{subject}”的居民区或人员");
    }
}
