using Fractions;

namespace Assessment.Engine.Properties.Independent;

/// <summary>A value, or why there is none.</summary>
/// <param name="IsMissing">Something is not there that must be.</param>
/// <param name="IsAbsent">There is none, and the scheme does not say so.</param>
internal readonly record struct Figure(
    Fraction? Value,
    bool IsMissing = false,
    bool IsAbsent = false
)
{
    /// <summary>There is none, and the scheme says so.</summary>
    internal static Figure None => default;

    internal static Figure Absent => new(null, IsAbsent: true);

    internal static Figure Missing => new(null, IsMissing: true);

    public static implicit operator Figure(Fraction value) => new(value);

    /// <summary>Over all of them; without one, there is none of the whole.</summary>
    internal static Figure Of(
        IEnumerable<Figure> parts,
        Func<IReadOnlyList<Fraction>, Figure> combined
    )
    {
        var all = parts.ToList();
        if (all.Exists(part => part.IsMissing))
        {
            return Missing;
        }

        if (all.Exists(part => part.IsAbsent))
        {
            return Absent;
        }

        return all.Exists(part => part.Value is null)
            ? None
            : combined([.. all.Select(part => part.Value!.Value)]);
    }

    /// <summary>Over those that the scheme does not leave out.</summary>
    internal static Figure OfPresent(
        IEnumerable<Figure> parts,
        Func<IReadOnlyList<Fraction>, Fraction> combined
    )
    {
        var all = parts.ToList();
        if (all.Exists(part => part.IsMissing))
        {
            return Missing;
        }

        if (all.Exists(part => part.IsAbsent))
        {
            return Absent;
        }

        var present = all.Select(part => part.Value).OfType<Fraction>().ToList();
        return present.Count == 0 ? None : combined(present);
    }

    internal Figure Rounded(int decimals) =>
        Value is { } value ? Fraction.Round(value, decimals, MidpointRounding.AwayFromZero) : this;
}
