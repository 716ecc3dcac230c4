namespace Assessment.Cli.Files;

/// <summary>An input cannot be used. The message is one line in Chinese.</summary>
internal sealed class InputCannotBeUsed(string message) : Exception(message)
{
    internal static InputCannotBeUsed Because(SchemeException exception) =>
        new(exception.Problems[0] + Others(exception.Problems.Count));

    internal static InputCannotBeUsed Because(string file, FactSetException exception) =>
        new($"{file}：{exception.Problems[0].Message}{Others(exception.Problems.Count)}");

    private static string Others(int problems) =>
        problems == 1 ? "" : $"；另有 {problems - 1} 处问题";
}
