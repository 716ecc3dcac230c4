using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Assessment.Cli.Usage;

/// <summary>
/// 用法, in Chinese whatever the machine speaks: the library would take its words from the machine's culture, and has
/// them in English where there is no culture data.
/// </summary>
internal sealed class UsageText : SynchronousCommandLineAction
{
    private const int Gap = 2;

    /// <summary>Puts it in the place of the library's own.</summary>
    internal static void Replace(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
            {
                option.Description = "显示用法";
                option.Action = new UsageText();
            }
            else if (option is VersionOption)
            {
                option.Description = "显示版本";
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return ExitCode.Done;
    }

    private static void Write(Command command, TextWriter output)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"用法：{Line(command)}");
        Section(
            output,
            "命令",
            [.. command.Subcommands.Select(one => (Line(one), one.Description))]
        );
        Section(
            output,
            "参数",
            [.. command.Arguments.Select(one => (Placeholder(one), one.Description))]
        );
        Section(output, "选项", [.. Options(command).Select(one => (Names(one), one.Description))]);
    }

    private static string Line(Command command)
    {
        var parts = Path(command)
            .Concat(command.Arguments.Select(Placeholder))
            .Concat(command.Subcommands.Count > 0 ? ["<命令>"] : []);
        return $"{string.Join(' ', parts)} [选项]";
    }

    private static string Placeholder(Argument argument) =>
        argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>…" : $"<{argument.Name}>";

    /// <summary>The names to be typed, down to the command.</summary>
    internal static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().SelectMany(Path).Append(command.Name);

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(
            command.Parents.OfType<Command>().SelectMany(Options).Where(option => option.Recursive)
        );

    private static string Names(Option option)
    {
        // Help also answers to /h and /?, which is not how the others are written.
        var names = string.Join(
            ", ",
            option.Aliases.Append(option.Name).Where(name => name.StartsWith('-'))
        );
        return option.HelpName is null ? names : $"{names} <{option.HelpName}>";
    }

    private static void Section(
        TextWriter output,
        string title,
        IReadOnlyList<(string Name, string? Description)> lines
    )
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{title}：");
        var width = lines.Max(line => line.Name.Length) + Gap;
        foreach (var (name, description) in lines)
        {
            output.WriteLine($"  {name.PadRight(width)}{description}");
        }
    }
}
