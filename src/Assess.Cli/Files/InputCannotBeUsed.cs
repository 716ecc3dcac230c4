using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Cli.Files;

/// <summary>An input cannot be used, for one reason or for several. The message is one line in Chinese.</summary>
internal sealed class InputCannotBeUsed : Exception
{
    internal InputCannotBeUsed(string message)
        : this([message]) { }

    private InputCannotBeUsed(IReadOnlyList<string> reasons)
        : base(
            reasons.Count == 1 ? reasons[0] : $"{reasons[0]}；另有 {reasons.Count - 1} 处问题"
        ) => Reasons = reasons;

    /// <summary>Each in one line.</summary>
    internal IReadOnlyList<string> Reasons { get; }

    internal static InputCannotBeUsed Because(IReadOnlyList<SchemeProblem> problems) =>
        new([.. problems.Select(problem => $"{problem}")]);

    internal static InputCannotBeUsed Because(string file, FactSetException exception) =>
        new([.. exception.Problems.Select(problem => $"{file}：{problem}")]);

    /// <summary>Runs a command; an input that it cannot use ends in a line on standard error for each reason.</summary>
    internal static async Task<int> ReportedAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (InputCannotBeUsed refusal)
        {
            foreach (var reason in refusal.Reasons)
            {
                await Console.Error.WriteLineAsync(reason.ReplaceLineEndings(" "));
            }

            return ExitCode.CannotUse;
        }
    }
}
