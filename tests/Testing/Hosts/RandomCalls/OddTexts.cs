namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>Texts that somebody sends one day: by mistake, by another system, or on purpose.</summary>
public static class OddTexts
{
    /// <summary>Represents half a surrogate pair, which no text of this process can hold; JSON can say it.</summary>
    public const string HalfACharacter = "<<half a character>>";

    /// <summary>Databases that end their texts with this character do not store it.</summary>
    private const string NoText = "a1\0";

    private const int Long = 5_000;
    private const int VeryLong = 100_000;

    private static readonly string[] Short =
    [
        "",
        " ",
        "\0",
        "a1\n",
        "\r\nX-Other: 1",
        HalfACharacter,
        "a1 ",
        "A1",
        "甲居民区",
        "𠀀👩‍👩‍👧‍👦é",
        "\u202Eevil\u202C",
        "\uFEFFa1",
        "\uFFFF",
        "\u001B[31m",
        "null",
        "true",
        "0",
        "-1",
        "NaN",
        "1e400",
        "0001-01-01",
        "9999-12-31",
        "9999-12-31T23:59:59.9999999+14:00",
        "2024-02-30",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "'; DROP TABLE accounts; --",
        "%",
        "%00",
        "%ff%fe",
        "%2e%2e%2f",
        "_",
        "\\",
        "..",
        "../../etc/passwd",
        "a/b",
        "a?b#c",
        "{0}{1}{99}",
        "{id}",
        "${jndi:ldap://127.0.0.1/a}",
        "<script>alert(1)</script>",
        "=1+1",
        "&a [*a, *a]",
        "!!binary x",
        "- ? :",
        "---\n...\n---",
    ];

    /// <summary>For fields, which may be of any length.</summary>
    public static string Any(Random random) =>
        random.Next(8) switch
        {
            0 => OfLength(random, random.Next(2) == 0 ? VeryLong : random.Next(40, Long)),
            1 => Meaningless(random),
            2 => NoText,
            _ => Pick(random, Short),
        };

    /// <summary>For addresses, which servers limit by themselves.</summary>
    public static string ForAddress(Random random) =>
        random.Next(8) switch
        {
            0 => OfLength(random, random.Next(40, 1_000)),
            1 => Meaningless(random),
            2 => NoText,
            _ => Pick(random, Short),
        };

    /// <summary>Nested deeper than any reader should follow, or just one letter over and over.</summary>
    private static string OfLength(Random random, int length) =>
        string.Concat(
            Enumerable.Repeat(
                Pick(random, ["x", "9", "字", "[", "{a: ", "- ", "(", "\"", "\n", " ", "👍"]),
                length
            )
        );

    private static string Meaningless(Random random) =>
        new([
            .. Enumerable
                .Range(0, random.Next(1, 30))
                .Select(_ => (char)(random.Next(4) == 0 ? random.Next(0x20) : random.Next(0xD800))),
        ]);

    public static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
