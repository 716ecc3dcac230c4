using System.CommandLine;
using System.Text.Json;
using Assessment.Cli.Files;

namespace Assessment.Cli.Compare;

/// <summary>
/// <c>assess compare A.yaml B.yaml --facts FACTS.json</c> and <c>assess compare A.json B.json [--scheme FILE]</c>.
/// </summary>
internal static class CompareCommand
{
    internal static Command Create()
    {
        var first = new Argument<string>("A") { Description = "方案文件，或事实文件" };
        var second = new Argument<string>("B") { Description = "与之对比的同类文件" };
        var facts = new Option<string?>("--facts")
        {
            Description = "对比两个方案时所用的事实文件",
            HelpName = "FILE",
        };
        var scheme = new Option<string?>("--scheme")
        {
            Description = "对比两份事实时所用的方案文件；不写时按事实文件里的方案编号查找",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        var command = new Command(
            "compare",
            "对比两个方案（同一份事实），或两份事实（同一个方案）：谁有变动、变动多少、由哪些条款引起"
        )
        {
            first,
            second,
            facts,
            scheme,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                InputCannotBeUsed.ReportedAsync(async () =>
                {
                    var inputs = new CompareInputs(
                        parsed.GetRequiredValue(first),
                        parsed.GetRequiredValue(second),
                        parsed.GetValue(facts),
                        parsed.GetValue(scheme)
                    );
                    var comparison = await inputs.CompareAsync(cancellation);
                    if (parsed.GetValue(json))
                    {
                        Console.Out.WriteLine(
                            JsonSerializer.Serialize(
                                ComparisonLines.Of(comparison),
                                ComparisonLines.Options
                            )
                        );
                    }
                    else
                    {
                        ComparisonText.Show(comparison, Console.Out);
                    }

                    return ExitCode.Done;
                })
        );
        return command;
    }
}
