using System.CommandLine;
using System.CommandLine.Parsing;

namespace Assessment.Cli.Usage;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class UsageMistake
{
    internal static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return $"{Mistake(parsed, command)}；用法见 {string.Join(' ', UsageText.Path(command))} --help";
    }

    private static string Mistake(ParseResult parsed, Command command)
    {
        if (parsed.UnmatchedTokens is [var unmatched, ..])
        {
            return unmatched.StartsWith('-') ? $"没有选项“{unmatched}”"
                : command.Subcommands.Count > 0
                    ? $"没有命令“{unmatched}”，可用的命令有 {Names(command)}"
                : $"多出了参数“{unmatched}”";
        }
        if (command.Subcommands.Count > 0)
        {
            return $"缺少命令，可用的命令有 {Names(command)}";
        }

        foreach (var argument in command.Arguments)
        {
            if (parsed.GetResult(argument) is not { Tokens.Count: > 0 })
            {
                return $"缺少参数 {argument.Name}（{argument.Description}）";
            }
        }
        foreach (var option in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            if (!option.Errors.Any())
            {
                continue;
            }

            if (option is { Option: ChoiceOption choice, Tokens: [var written] })
            {
                return $"选项“{choice.Name}”不能是“{written}”，可以是 {string.Join("、", choice.Choices)}";
            }

            return option.Tokens.Count == 0
                ? $"选项“{option.Option.Name}”后面没有写值"
                : $"选项“{option.Option.Name}”写得不对，它只能写一次、带一个值";
        }
        return "命令写得不对";
    }

    private static string Names(Command command) =>
        string.Join("、", command.Subcommands.Select(one => one.Name));
}
