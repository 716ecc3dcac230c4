using System.CommandLine;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

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

    private readonly Option<bool> _unchecked = new("--unchecked")
    {
        Description = "不核对方案的引文和问卷；不写时，核对（check）有问题的方案不予计算",
    };

    internal InputArguments(Command command)
    {
        command.Arguments.Add(_facts);
        command.Options.Add(_scheme);
        command.Options.Add(_unchecked);
    }

    /// <summary>
    /// Reads facts and scheme and shows; what cannot be used is reported on standard error, a line for each reason.
    /// </summary>
    internal Task<int> ReadAsync(
        ParseResult parsed,
        Func<Scheme, FactSet, int> show,
        CancellationToken cancellation
    ) =>
        InputCannotBeUsed.ReportedAsync(async () =>
        {
            var file = parsed.GetRequiredValue(_facts);
            var facts = await InputFiles.ReadFactsAsync(file, cancellation);
            var named = parsed.GetValue(_scheme);
            var scheme = parsed.GetValue(_unchecked)
                ? await InputFiles.ReadSchemeAsync(named, facts, cancellation)
                : await InputFiles.ReadCheckedSchemeAsync(named, facts, cancellation);
            return InputFiles.Using(file, () => show(scheme, facts));
        });

    /// <summary>Evaluates and shows; standard error reports what cannot be used, a line for each reason.</summary>
    internal Task<int> RunAsync(
        ParseResult parsed,
        Func<EvaluationResult, int> show,
        CancellationToken cancellation
    ) =>
        ReadAsync(parsed, (scheme, facts) => show(Evaluator.Evaluate(scheme, facts)), cancellation);
}
