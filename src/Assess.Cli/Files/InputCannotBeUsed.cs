namespace Assessment.Cli.Files;

/// <summary>An input cannot be used. The message is one line in Chinese.</summary>
internal sealed class InputCannotBeUsed(string message) : Exception(message)
{
    internal static InputCannotBeUsed Because(SchemeException exception) =>
        new(exception.Problems[0] + Others(exception.Problems.Count));

    internal static InputCannotBeUsed Because(string file, FactSetException exception) =>
        new($"{file}：{exception.Problems[0].Message}{Others(exception.Problems.Count)}");

    /// <summary>Runs a command; an input that it cannot use ends in one line on standard error.</summary>
    internal static async Task<int> ToldAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (InputCannotBeUsed refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message.ReplaceLineEndings(" "));
            return ExitCode.CannotUse;
        }
    }

    private static string Others(int problems) =>
        problems == 1 ? "" : $"；另有 {problems - 1} 处问题";
}
