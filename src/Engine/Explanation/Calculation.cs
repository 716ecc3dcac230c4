using System.Text.Json.Serialization;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Explanation;

/// <summary>
/// 计算: how the value of a step comes about, for programs; people have the step's arithmetic. Whoever carries out the
/// operations on the leaves gets each value exactly.
/// </summary>
/// <param name="Value">Exact: a decimal, or a fraction such as <c>7/3</c> where the decimals never end.</param>
/// <param name="Of">What the operation is carried out on, in this order; empty at a leaf.</param>
public sealed record Calculation(Operation Operation, Rational Value, IReadOnlyList<Calculation> Of)
{
    /// <summary>
    /// Of a leaf: the fact (<c>satisfaction.online.H1</c>), the named value, the parameter, the attribute or the event. Null
    /// for a number that is written in the rule.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>To how many decimals a result is rounded or cut.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Decimals { get; init; }

    internal static Calculation Leaf(Operation operation, string? source, Rational value) =>
        new(operation, value, []) { Source = source };

    internal static Calculation Number(Rational value) => Leaf(Operation.Number, null, value);

    internal static Calculation Sum(IEnumerable<Calculation> of) =>
        Folded(Operation.Sum, of, (sum, each) => sum + each);

    internal static Calculation Difference(params IEnumerable<Calculation> of) =>
        Folded(Operation.Difference, of, (rest, each) => rest - each);

    internal static Calculation Product(params IEnumerable<Calculation> of) =>
        Folded(Operation.Product, of, (product, each) => product * each);

    internal static Calculation Ratio(Calculation dividend, Calculation divisor) =>
        new(Operation.Ratio, dividend.Value / divisor.Value, [dividend, divisor]);

    internal static Calculation Mean(IEnumerable<Calculation> of) =>
        Sum(of) is var sum && sum.Of.Count == 1
            ? sum.Of[0]
            : new(Operation.Mean, sum.Value / sum.Of.Count, sum.Of);

    internal static Calculation Least(params IEnumerable<Calculation> of) =>
        Folded(Operation.Least, of, Rational.Min);

    internal static Calculation Greatest(params IEnumerable<Calculation> of) =>
        Folded(Operation.Greatest, of, Rational.Max);

    internal static Calculation Rounded(Calculation of, int decimals) =>
        new(Operation.Round, of.Value.RoundHalfUp(decimals), [of]) { Decimals = decimals };

    internal static Calculation Below(Calculation value, Calculation limit) =>
        new(Operation.Below, value.Value, [value, limit]);

    private static Calculation Folded(
        Operation operation,
        IEnumerable<Calculation> of,
        Func<Rational, Rational, Rational> next
    )
    {
        Calculation[] parts = [.. of];
        return new(operation, parts.Select(part => part.Value).Aggregate(next), parts);
    }
}

/// <summary>What is done; leaves first.</summary>
[JsonConverter(typeof(OperationConverter))]
public enum Operation
{
    /// <summary>A number that is written in the rule.</summary>
    Number,

    /// <summary>参数.</summary>
    Parameter,

    /// <summary>A figure of a fact; a count where the source says so.</summary>
    Fact,

    /// <summary>What the area or the person is, such as 总户数.</summary>
    Attribute,

    /// <summary>Another named value of the same subject, explained below.</summary>
    NamedValue,

    /// <summary>A value, the total or the rank of the area in which the person works.</summary>
    AreaValue,

    /// <summary>The mean of a named value over those of the same class in the same area.</summary>
    PeersMean,

    /// <summary>The rank by a named value.</summary>
    Rank,

    /// <summary>An event as it is counted, explained below.</summary>
    Event,

    /// <summary>An event makes the item count 0.</summary>
    Void,

    /// <summary>The sum over all who share a fund, of which the operand is this person's part.</summary>
    FundSum,

    Sum,
    Product,

    /// <summary>The first less all the others.</summary>
    Difference,
    Ratio,
    Mean,

    /// <summary>中位数.</summary>
    Median,
    Least,
    Greatest,

    /// <summary>Half up.</summary>
    Round,

    /// <summary>去尾.</summary>
    Cut,

    /// <summary>
    /// The figure, then a limit and what is given up to it, again and again, then what is given beyond the last limit.
    /// </summary>
    Steps,

    /// <summary>The first is less than the second, and remains.</summary>
    Below,
}

/// <summary>In camel case, as all names on the wire.</summary>
internal sealed class OperationConverter()
    : JsonStringEnumConverter<Operation>(System.Text.Json.JsonNamingPolicy.CamelCase);
