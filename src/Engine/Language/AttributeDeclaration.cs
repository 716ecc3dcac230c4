namespace Assessment.Engine.Language;

/// <summary>What a declared attribute holds.</summary>
public enum AttributeKind
{
    Number,
    Whole,
    Text,
    Flag,
    Date,

    /// <summary>One of the values that the scheme lists.</summary>
    Choice,
}

/// <summary>附加项: what a scheme asks the registers to keep of areas or people besides what every register has.</summary>
/// <param name="Id">Names it in rules and in files for programs; ASCII.</param>
/// <param name="Title">In Chinese; the head of its column. No other of the same subjects has it.</param>
/// <param name="OfAreas">Whether it is of areas; else it is of staff.</param>
public sealed record AttributeDeclaration(string Id, string Title, bool OfAreas, AttributeKind Kind)
{
    /// <summary>Of a number; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Between which numbers it is, both included; from 0 where the scheme does not say it.</summary>
    public PointRange? Range { get; init; }

    /// <summary>The only values of a choice; empty for other kinds.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether everybody has to have it.</summary>
    public bool IsRequired { get; init; }

    public bool IsNumeric => Kind is AttributeKind.Number or AttributeKind.Whole;

    /// <summary>Whether a number is within the range, and whole where it has to be.</summary>
    public bool Admits(decimal number) =>
        number >= (Range?.Least ?? 0m)
        && (Range is null || number <= Range.Most)
        && (Kind != AttributeKind.Whole || decimal.IsInteger(number));
}
