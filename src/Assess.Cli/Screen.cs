using Spectre.Console;

namespace Assessment.Cli;

/// <summary>Where tables and trees are shown.</summary>
internal static class Screen
{
    // A file or a pipe has no width; lines there are not to be broken.
    private const int UnboundedWidth = 1000;

    internal static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(
            new()
            {
                Out = new AnsiConsoleOutput(Console.Out),
                Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            }
        );
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = UnboundedWidth;
        }

        return console;
    }
}
