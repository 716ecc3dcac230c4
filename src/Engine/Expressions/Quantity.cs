namespace Assessment.Engine.Expressions;

/// <summary>What a number is, in words: <c>3</c> alone could be points, yuan, or what something is multiplied by.</summary>
/// <param name="Noun">What a table of such numbers is called, after what distinguishes them: 职务分值.</param>
/// <param name="Unit">Written behind each; null where there is none.</param>
internal sealed record Quantity(string Noun, string? Unit)
{
    private const string PointsUnit = "分";
    private const string YuanUnit = "元";

    /// <summary>分值, of what is added as well as of what is deducted.</summary>
    internal static Quantity Points { get; } = new("分值", PointsUnit);

    internal static Quantity Yuan { get; } = new("金额", YuanUnit);

    /// <summary>系数: it multiplies something that has a unit of its own.</summary>
    internal static Quantity Factor { get; } = new("系数", null);

    /// <summary>Where nothing is known but that it is a number.</summary>
    internal static Quantity Number { get; } = new("对应的数", null);

    internal static Quantity Of(string? unit) =>
        unit switch
        {
            PointsUnit => Points,
            YuanUnit => Yuan,
            null => Number,
            _ => new("对应的数", unit),
        };

    internal string Written(string number) => Unit is null ? number : $"{number} {Unit}";
}
