using System.Text.Json;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Cli.Check;

/// <summary>Shows what the checks of schemes found.</summary>
internal static class CheckReport
{
    /// <summary>One line for each problem and each departure from a policy, and one for each sound scheme.</summary>
    /// <param name="policyProblems">What is wrong with the policies themselves.</param>
    internal static void Write(
        IEnumerable<SchemeProblem> policyProblems,
        IEnumerable<SchemeCheck> checks,
        TextWriter output
    )
    {
        foreach (var problem in policyProblems)
        {
            output.WriteLine(problem);
        }

        foreach (var check in checks)
        {
            foreach (var problem in check.Problems)
            {
                output.WriteLine(problem);
            }

            foreach (var departure in check.Departures)
            {
                output.WriteLine(departure);
            }

            if (check.IsSound)
            {
                output.WriteLine(
                    $"{check.File}：没有问题{Warned(check)}，已核对{string.Join("、", check.Looked)}"
                );
            }
        }
    }

    /// <summary>Of a sound scheme, all departures are warnings.</summary>
    private static string Warned(SchemeCheck check) =>
        check.Departures.Count == 0 ? "" : $"，提醒 {check.Departures.Count} 处";

    internal static void WriteJson(
        IEnumerable<SchemeProblem> policyProblems,
        IEnumerable<SchemeCheck> checks,
        TextWriter output
    ) =>
        output.WriteLine(
            JsonSerializer.Serialize(
                policyProblems.Concat<object>(
                    checks.SelectMany(check => check.Problems.Concat<object>(check.Departures))
                ),
                EngineJson.Options
            )
        );
}
