using System.Globalization;
using System.Security.Cryptography;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>
/// How many random calls are made, and from which seed; the same seed makes the same calls. <c>FUZZ_CALLS</c> says how many
/// the processes get together, <c>FUZZ_SEED</c> repeats a run.
/// </summary>
public sealed record RunSettings(int Seed, int Calls)
{
    private const int UsualCalls = 3_000;
    private const int Processes = 5;

    public static RunSettings Read() =>
        new(
            Number("FUZZ_SEED") ?? RandomNumberGenerator.GetInt32(int.MaxValue),
            (Number("FUZZ_CALLS") ?? UsualCalls) / Processes
        );

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : null;
}
