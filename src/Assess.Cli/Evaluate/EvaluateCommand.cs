using System.CommandLine;
using Assessment.Cli.Files;
using Assessment.Engine.Results;

namespace Assessment.Cli.Evaluate;

/// <summary><c>assess evaluate FACTS.json [--json]</c>.</summary>
internal static class EvaluateCommand
{
    internal static Command Create()
    {
        var command = new Command("evaluate", "计算考核结果");
        var input = new InputArguments(command);
        var json = new Option<bool>("--json")
        {
            Description = "输出 JSON，格式与 expected.json 相同",
        };
        command.Options.Add(json);
        command.SetAction(
            (parsed, cancellation) =>
                input.RunAsync(
                    parsed,
                    result =>
                    {
                        if (parsed.GetValue(json))
                        {
                            Console.Out.WriteLine(ResultJson.Write(result));
                        }
                        else
                        {
                            ResultTable.Show(result, Screen.Create());
                        }

                        return ExitCode.Done;
                    },
                    cancellation
                )
        );
        return command;
    }
}
