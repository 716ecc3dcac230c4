using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Assessment.Engine.Properties;

/// <summary>
/// Looks at a property in many cases. The cases are the same in each run; ENGINE_PROPERTY_CASES says how many there are
/// and ENGINE_PROPERTY_SEED which, so that a night can look at others and at more:
/// <c>ENGINE_PROPERTY_CASES=5000 ENGINE_PROPERTY_SEED=7 dotnet test tests/Engine.Properties</c>.
/// </summary>
internal static class Property
{
    private const int LargestSize = 100;

    // Any odd number; the stream of cases that belongs to a seed.
    private const ulong Stream = 2_024_2025UL | 1UL;

    /// <param name="cases">How many cases there are if nobody asks for another number.</param>
    /// <param name="times">How many times the number of cases that somebody asks for.</param>
    /// <param name="least">How many cases there are even if somebody asks for fewer.</param>
    internal static void Holds(
        string scheme,
        Action<Township> property,
        int cases = 30,
        int times = 1,
        int least = 1
    ) => Holds(Townships.Of(scheme), property, cases, times, least);

    internal static void Holds<T>(
        Arbitrary<T> arbitrary,
        Action<T> property,
        int cases = 30,
        int times = 1,
        int least = 1
    ) =>
        Prop.ForAll(arbitrary, property)
            .Check(
                Config
                    .QuickThrowOnFailure.WithQuietOnSuccess(true)
                    .WithMaxTest(Math.Max(least, times * Asked("ENGINE_PROPERTY_CASES") ?? cases))
                    .WithEndSize(LargestSize)
                    .WithReplay(
                        new Replay(
                            new Rnd((ulong)(Asked("ENGINE_PROPERTY_SEED") ?? 1), Stream),
                            FSharpOption<int>.None
                        )
                    )
            );

    private static int? Asked(string variable) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
