using System.CommandLine;
using Assessment.Cli.Files;

namespace Assessment.Cli.Check;

/// <summary><c>assess check SCHEME… [--policy POLICY…] [--json]</c>.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var command = new Command("check", "核对方案：语法、引文与来源文件、问卷，是否符合政策");
        var schemes = new Argument<string[]>("SCHEME")
        {
            Description = "方案文件，可以写多个",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "以 JSON 列出问题" };
        command.Arguments.Add(schemes);
        var policies = new Option<string[]>("--policy")
        {
            Description = "政策文件，可以写多个",
            HelpName = "POLICY",
            AllowMultipleArgumentsPerToken = true,
        };
        command.Options.Add(policies);
        command.Options.Add(json);
        command.SetAction(
            (parsed, cancellation) =>
                InputCannotBeUsed.ReportedAsync(async () =>
                {
                    var policy = await PolicyFiles.ReadAsync(
                        parsed.GetValue(policies) ?? [],
                        cancellation
                    );
                    var checks = new List<SchemeCheck>();
                    foreach (var file in parsed.GetRequiredValue(schemes))
                    {
                        checks.Add(await SchemeCheck.OfAsync(file, policy.Usable, cancellation));
                    }

                    if (parsed.GetValue(json))
                    {
                        CheckReport.WriteJson(policy.Problems, checks, Console.Out);
                    }
                    else
                    {
                        CheckReport.Write(policy.Problems, checks, Console.Out);
                    }

                    return policy.Problems.Count == 0 && checks.TrueForAll(check => check.IsSound)
                        ? ExitCode.Done
                        : ExitCode.ProblemsFound;
                })
        );
        return command;
    }
}
