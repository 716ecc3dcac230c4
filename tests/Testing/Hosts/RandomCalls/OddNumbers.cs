namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>Numbers at and beyond the limits of what holds numbers, as they are written.</summary>
public static class OddNumbers
{
    private static readonly string[] All =
    [
        "0",
        "-0",
        "-1",
        "1",
        "0.1",
        "1.0",
        "1e-30",
        "0.00000000000000000000000000001",
        "1.000000000000000000000000000000000000001",
        "99.99999",
        "1000000",
        "1000000.00001",
        "2147483647",
        "2147483648",
        "-2147483648",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "79228162514264337593543950335",
        "-79228162514264337593543950335",
        "79228162514264337593543950336",
        "1e28",
        "1e308",
        "1e400",
        "-1e400",
    ];

    public static string Any(Random random) =>
        random.Next(4) == 0 ? random.Next(-10_000, 10_000).ToString() : OddTexts.Pick(random, All);
}
