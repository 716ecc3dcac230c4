using Assessment.Engine.Explanation;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// The calculation that programs get, in one line: <c>Sum(done=5, 1)</c>. A leaf is its source with its value, or the
/// number of the rule; <c>Round</c> has the decimals behind it.
/// </summary>
internal static class WrittenCalculation
{
    internal static string Of(Calculation? calculation) =>
        calculation switch
        {
            null => "",
            { Of.Count: > 0 } =>
                $"{calculation.Operation}{calculation.Decimals}({string.Join(", ", calculation.Of.Select(Of))})",
            { Source: { } source } => $"{source}={calculation.Value}",
            _ => $"{calculation.Value}",
        };
}
