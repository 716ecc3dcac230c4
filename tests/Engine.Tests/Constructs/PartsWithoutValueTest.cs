using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// What a calculation is where its parts have no value, in each order: the gravest reason counts. What is missing had to be
/// there; what is absent nobody has spoken of, such as a division by 0; what is excluded is in order.
/// </summary>
public sealed class PartsWithoutValueTest
{
    private const string Missing = "missing";
    private const string Absent = "absent";
    private const string Excluded = "excluded";
    private const string There = "there";

    private static readonly (string First, string Second)[] Pairs =
    [
        .. from first in new[] { Missing, Absent, Excluded, There }
        from second in new[] { Missing, Absent, Excluded, There }
        select (first, second),
    ];

    public static TheoryData<string, string, string> Strict() =>
        Each(
            "{sum: [A, B]}",
            "{difference: [A, B]}",
            "{product: [A, B]}",
            "{min: [A, B]}",
            "{max: [A, B]}",
            "{ratio: [A, B]}",
            "{weighted: [{weight: 50%, of: A}, {weight: 50%, of: B}]}",
            "{deduct: B, from: A, each: 1, floor: 0}"
        );

    public static TheoryData<string, string, string> LeavingOut() =>
        Each("{mean: [A, B]}", "{median: [A, B]}");

    public static TheoryData<string, string, string> Trying() => Each("{firstPresent: [A, B]}");

    [Theory]
    [MemberData(nameof(Strict))]
    public void PartWithoutValue_LeavesTheWholeWithout(string value, string first, string second) =>
        Assert.Equal(Gravest(first, second), State(value, first, second));

    [Theory]
    [MemberData(nameof(LeavingOut))]
    public void PartThatIsLeftOut_IsNoReasonWhileAnotherIsThere(
        string value,
        string first,
        string second
    ) =>
        Assert.Equal(
            (first, second) is (Excluded, There) or (There, Excluded)
                ? There
                : Gravest(first, second),
            State(value, first, second)
        );

    [Theory]
    [MemberData(nameof(Trying))]
    public void PartAfterOneWithoutValue_CountsUnlessThatIsMissing(
        string value,
        string first,
        string second
    ) =>
        Assert.Equal(
            first is There or Missing ? first
                : second is There ? There
                : Gravest(first, second),
            State(value, first, second)
        );

    [Theory]
    [InlineData(Missing, Missing)]
    [InlineData(Absent, There)]
    [InlineData(Excluded, There)]
    [InlineData(There, There)]
    public void WordAtTheCalculation_SpeaksForEverythingButWhatIsMissing(
        string part,
        string expected
    ) => Assert.Equal(expected, State("{max: [A, B], absent: 3}", part, There));

    [Theory]
    [InlineData(Missing, Missing)]
    [InlineData(Absent, Excluded)]
    [InlineData(Excluded, Excluded)]
    [InlineData(There, There)]
    public void CalculationThatIsLeftOut_IsInOrder(string part, string expected) =>
        Assert.Equal(expected, State("{max: [A, B], absent: excluded}", part, There));

    private static string Gravest(string first, string second) =>
        new[] { Missing, Absent, Excluded }.FirstOrDefault(state =>
            first == state || second == state
        ) ?? There;

    private static TheoryData<string, string, string> Each(params string[] calculations)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var calculation in calculations)
        {
            foreach (var (first, second) in Pairs)
            {
                data.Add(calculation, first, second);
            }
        }
        return data;
    }

    /// <summary>In which state the calculation is: the mean leaves out what is excluded, and nothing else.</summary>
    private static string State(string value, string first, string second)
    {
        var calculation = value
            .Replace("A", Part(first), StringComparison.Ordinal)
            .Replace("B", Part(second), StringComparison.Ordinal);
        var scheme = new ExampleScheme
        {
            Facts =
                "gone: {title: 未报件数, unit: 件, reportedBy: office}\nout: {title: 不计件数, unit: 件, reportedBy: office}",
            // What the calculation does not read is read here.
            Measures =
                "- {id: others, title: 其他, value: {sum: [{fact: done, absent: 0}, {fact: gone, absent: 0}, {fact: out, absent: 0}]}, clause: 一, quote: 一}",
            Value = $"{{mean: [1000, {calculation}]}}",
        };

        var result = scheme.Evaluate(new Fact("a01", "done", 5));

        var findings = result.Findings.Where(one => one.Code != "item.outOfRange").ToList();
        return (result.Areas[0].Total, findings) switch
        {
            (null, [{ Code: "fact.missing", Detail: "gone" }]) => Missing,
            (null, [{ Code: "fact.absent", Detail: "work" }]) => Absent,
            (1000, []) => Excluded,
            ({ } total, []) when total != 1000 => There,
            var (total, _) => $"{total} {string.Join(", ", findings)}",
        };
    }

    private static string Part(string state) =>
        state switch
        {
            Missing => "{fact: gone, absent: missing}",
            Absent => "{ratio: [{fact: done, absent: missing}, {difference: [2, 2]}]}",
            Excluded => "{fact: out, absent: excluded}",
            _ => "{fact: done, absent: missing}",
        };
}
