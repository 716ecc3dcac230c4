using System.CommandLine;
using Assessment.Cli.Files;
using Assessment.Cli.Usage;
using Assessment.Engine.Explanation;
using Assessment.Engine.Results;

namespace Assessment.Cli.Explain;

/// <summary><c>assess explain FACTS.json SUBJECT [--payout] [--format text|json|markdown]</c>.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        var command = new Command(
            "explain",
            "说明一个居民区或一名人员的考核结果，或一名人员的发放金额"
        );
        var input = new InputArguments(command);
        var subject = new Argument<string>("SUBJECT") { Description = "居民区编号，或人员编号" };
        var payout = new Option<bool>("--payout")
        {
            Description = "说明人员的发放金额；人员没有个人考核结果时不必写",
        };
        var format = new ChoiceOption(
            "--format",
            "输出格式：文字、JSON 或 Markdown",
            [.. ExplanationFormat.All.Select(one => one.Name)]
        );
        command.Arguments.Add(subject);
        command.Options.Add(payout);
        command.Options.Add(format);
        command.SetAction(
            (parsed, cancellation) =>
                input.RunAsync(
                    parsed,
                    result =>
                    {
                        var id = parsed.GetRequiredValue(subject);
                        var tree = parsed.GetValue(payout)
                            ? Payout(result, id)
                            : Explain(result, id);
                        ExplanationFormat
                            .All.Single(one => one.Name == parsed.GetValue(format))
                            .Show(tree, result.Scheme);
                        return ExitCode.Done;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static ExplanationNode Explain(EvaluationResult result, string subject)
    {
        var assessed = result
            .Areas.Select(area => area.Id)
            .Concat(result.Staff.Select(person => person.Id));
        if (assessed.Contains(subject, StringComparer.Ordinal))
        {
            return result.Explain(subject);
        }

        if (IsPaid(result, subject))
        {
            return result.ExplainPayout(subject);
        }

        throw new InputCannotBeUsed($"事实文件里没有编号为“{subject}”的居民区或人员");
    }

    private static ExplanationNode Payout(EvaluationResult result, string person) =>
        IsPaid(result, person)
            ? result.ExplainPayout(person)
            : throw new InputCannotBeUsed($"没有编号为“{person}”的人员的发放金额");

    private static bool IsPaid(EvaluationResult result, string person) =>
        result.Payouts.Lines.Any(line =>
            string.Equals(line.Person, person, StringComparison.Ordinal)
        );
}
