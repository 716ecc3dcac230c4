using System.CommandLine;

namespace Assessment.Cli.Files;

/// <summary>The arguments that name the inputs, the same in every command.</summary>
internal sealed class InputArguments
{
    private readonly Argument<string> _facts = new("FACTS.json") { Description = "事实文件" };

    private readonly Option<string?> _scheme = new("--scheme")
    {
        Description = "方案文件；不写时按事实文件里的方案编号在 schemes/ 下查找",
        HelpName = "FILE",
    };

    internal InputArguments(Command command)
    {
        command.Arguments.Add(_facts);
        command.Options.Add(_scheme);
    }

    /// <summary>Reads facts and scheme and shows; what cannot be used ends in one line on standard error.</summary>
    internal Task<int> ReadAsync(
        ParseResult parsed,
        Func<Scheme, FactSet, int> show,
        CancellationToken cancellation
    ) =>
        InputCannotBeUsed.ToldAsync(async () =>
        {
            var file = parsed.GetRequiredValue(_facts);
            var facts = await InputFiles.ReadFactsAsync(file, cancellation);
            var scheme = await InputFiles.ReadSchemeAsync(
                parsed.GetValue(_scheme),
                facts,
                cancellation
            );
            return InputFiles.Using(file, () => show(scheme, facts));
        });

    /// <summary>Evaluates and shows; what cannot be used ends in one line on standard error.</summary>
    internal Task<int> RunAsync(
        ParseResult parsed,
        Func<EvaluationResult, int> show,
        CancellationToken cancellation
    ) =>
        InputCannotBeUsed.ToldAsync(async () =>
            show(
                await InputFiles.EvaluateAsync(
                    parsed.GetRequiredValue(_facts),
                    parsed.GetValue(_scheme),
                    cancellation
                )
            )
        );
}
