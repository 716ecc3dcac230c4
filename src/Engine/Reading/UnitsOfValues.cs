using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Works out the units of calculations, through the named values that they use.</summary>
/// <param name="values">The named values of the sheet; an index is a column.</param>
/// <param name="areas">Those of the areas; null in the sheet of the areas itself, and where there is none.</param>
internal sealed class UnitsOfValues(IReadOnlyList<NamedValue> values, UnitsOfValues? areas)
{
    private readonly Unit?[] _known = new Unit?[values.Count];

    /// <summary>Those of the areas; null in the sheet of the areas itself, and where there is none.</summary>
    internal UnitsOfValues? Areas { get; } = areas;

    internal Unit Of(Expression of) => of.UnitBy(this);

    internal Unit Common(IEnumerable<Expression> parts) => Unit.Common(parts.Select(Of));

    internal Unit OfTotal() =>
        values.FirstOrDefault(value => value.Kind == NamedValueKind.Total) is { } total
            ? OfColumn(total.Index)
            : Unit.Points;

    internal Unit OfColumn(int column)
    {
        if (column >= values.Count)
        {
            return Unit.Compound;
        }

        if (_known[column] is { } known)
        {
            return known;
        }
        // What goes round in a circle is a problem of its own.
        _known[column] = Unit.Compound;
        var value = values[column];
        var unit =
            value.Unit is { } written ? Unit.Named(written)
            : value.Kind == NamedValueKind.Total ? Unit.Points
            : Of(value.Expression);
        _known[column] = unit;
        return unit;
    }
}
