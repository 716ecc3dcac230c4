using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Policies;

/// <summary>
/// 占比: which share of a sheet's total an item can give. Sums are divided by points, weighted sums by weights; bonus and
/// deduction have no share.
/// </summary>
internal sealed class PointShares(Scheme scheme, ScoreSheet sheet)
{
    private readonly MostPoints _most = new(scheme.Facts, sheet.Values);

    /// <summary>The share of all items that fit; what is within one of them is not counted again.</summary>
    /// <returns>Null where the calculations do not say how points are divided.</returns>
    internal Rational? Of(Func<NamedValue, bool> fits) =>
        Share(sheet.Total.Expression, fits) is var (part, whole) ? part / whole : null;

    /// <summary>How much of the whole they are.</summary>
    private (Rational Part, Rational Whole)? Share(Expression of, Func<NamedValue, bool> fits)
    {
        if (!Reaches(of, fits))
        {
            return (0, 1);
        }

        if (of is Reference name && fits(Named(name)))
        {
            return (1, 1);
        }

        return of.DividedBy(_most) is { } terms ? Divided(terms, fits) : null;
    }

    private (Rational, Rational)? Divided(
        IEnumerable<(Rational Weight, Expression Of)> terms,
        Func<NamedValue, bool> fits
    )
    {
        Rational part = default;
        Rational whole = default;
        foreach (var (weight, of) in terms)
        {
            if (Share(of, fits) is not var (own, all))
            {
                return null;
            }

            part += weight * own / all;
            whole += weight;
        }
        return whole.IsZero ? null : (part, whole);
    }

    private bool Reaches(Expression of, Func<NamedValue, bool> fits) =>
        of.All()
            .OfType<Reference>()
            .Any(name =>
                Named(name).Kind != NamedValueKind.Adjustment
                && (fits(Named(name)) || Reaches(Named(name).Expression, fits))
            );

    private NamedValue Named(Reference name) => sheet.Values[name.Column];
}
