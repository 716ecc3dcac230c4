using System.Text.Json;

namespace Assessment.Cli.Check;

/// <summary>Shows what the checks of schemes found.</summary>
internal static class CheckReport
{
    /// <summary>One line for each problem, and one for each sound scheme.</summary>
    internal static void Write(IEnumerable<SchemeCheck> checks, TextWriter output)
    {
        foreach (var check in checks)
        {
            foreach (var problem in check.Problems)
                output.WriteLine(problem);
            if (check.IsSound)
                output.WriteLine(
                    $"{check.File}：没有问题，已核对{string.Join("、", check.Looked)}"
                );
        }
    }

    internal static void WriteJson(IEnumerable<SchemeCheck> checks, TextWriter output) =>
        output.WriteLine(
            JsonSerializer.Serialize(checks.SelectMany(check => check.Problems), EngineJson.Options)
        );
}
