using Assessment.Engine.Expressions;

namespace Assessment.Engine.Reading;

/// <summary>
/// 单位 of a value, as far as calculations have to agree on it. Of percent there is one meaning: a number written with a
/// percent sign is a share (80% is 0.8), a value in the unit % counts hundredths (85 is 85%), and the two do not mix.
/// </summary>
internal sealed record Unit
{
    private const string Months = "月";

    private Unit(string title) => Title = title;

    /// <summary>A number without a unit: it takes that of what it is calculated with.</summary>
    internal static Unit Any { get; } = new("没有单位");

    /// <summary>Made of several units, and not looked at.</summary>
    internal static Unit Compound { get; } = new("几种单位");

    /// <summary>比例: a number with a percent sign, or what remains where a unit is divided by itself.</summary>
    internal static Unit Share { get; } = new("比例");

    internal static Unit Percent { get; } = Named("%");

    internal static Unit Points { get; } = Named("分");

    internal static Unit Rank { get; } = Named("名");

    /// <summary>In words.</summary>
    internal string Title { get; }

    /// <summary>Whether it must be that of other values.</summary>
    internal bool IsKnown => this != Any && this != Compound;

    /// <param name="written">Null where none is written.</param>
    internal static Unit Named(string? written) =>
        written switch
        {
            null => Any,
            "％" or "%" => new("“%”"),
            "个月" => new($"“{Months}”"),
            _ => new($"“{written}”"),
        };

    internal static Unit Of(Constant constant) =>
        constant.Parameter?.Unit is { } unit ? Named(unit)
        : constant.Text.EndsWith('%') ? Share
        : Any;

    /// <summary>The unit that all of them have.</summary>
    internal static Unit Common(IEnumerable<Unit> units)
    {
        var common = Any;
        foreach (var unit in units)
        {
            if (unit == Compound || (unit.IsKnown && common.IsKnown && unit != common))
            {
                return Compound;
            }

            if (unit.IsKnown)
            {
                common = unit;
            }
        }
        return common;
    }

    /// <summary>What is multiplied keeps a unit where all others are numbers or shares.</summary>
    internal static Unit Product(IReadOnlyList<Unit> units)
    {
        var measured = units.Where(unit => unit.IsKnown && unit != Share).ToList();
        return units.Contains(Compound) || measured.Count > 1 ? Compound
            : measured.Count == 1 ? measured[0]
            : units.Count > 0 && units.All(unit => unit == units[0]) ? units[0]
            : Compound;
    }

    internal static Unit Ratio(Unit dividend, Unit divisor) =>
        dividend.IsKnown && dividend == divisor ? Share
        // Divided by a number, percents may have become a share.
        : dividend.IsKnown && dividend != Percent && divisor == Any ? dividend
        : Compound;
}
