using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Works out the units of calculations, through the named values that they use.</summary>
/// <param name="values">The named values of the sheet; an index is a column.</param>
/// <param name="areas">Those of the areas; null in the sheet of the areas itself, and where there is none.</param>
internal sealed class UnitsOfValues(IReadOnlyList<NamedValue> values, UnitsOfValues? areas)
{
    private readonly Unit?[] _known = new Unit?[values.Count];

    internal Unit Of(Expression of) =>
        of switch
        {
            Constant constant => Unit.Of(constant),
            // Who took part is counted in households or people, as the channel has it.
            FactReading { Figure: not FactFigure.Value } => Unit.Any,
            FactReading fact => Unit.Named(fact.Name.Unit),
            SourcesMean mean => Unit.Named(mean.Name.Unit),
            Ballot or SumOver or Round or Voidable => Of(of.Parts[0]),
            AttributeReading attribute => Unit.Of(attribute.Attribute),
            AreaOutcomeReading { IsRank: true } or RankBy => Unit.Rank,
            AreaOutcomeReading => areas?.OfTotal() ?? Unit.Points,
            AreaReference reference => areas?.OfColumn(reference.Column) ?? Unit.Compound,
            Reference reference => OfColumn(reference.Column),
            PeersMean peers => OfColumn(peers.Column),
            EventPoints or PeriodSets => Unit.Points,
            Product => Unit.Product([.. of.Parts.Select(Of)]),
            Ratio => OfRatio(of.Parts[0], of.Parts[1]),
            Scale => Of(of.Parts[0]) is { IsKnown: true } points ? points : Unit.Points,
            Deduct => Of(of.Parts[0]),
            Steps steps => Common(steps.Given),
            Weighted weighted => Common(weighted.Terms.Select(term => term.Of)),
            Sum or Difference or Extreme or Mean or FirstPresent or Lookup or Otherwise => Common(
                of.Parts
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(of)),
        };

    /// <summary>A number times a share is a number still: 3000 × 月数 ÷ 12 may be yuan, 100 × a ÷ b a percentage.</summary>
    private Unit OfRatio(Expression dividend, Expression divisor)
    {
        var unit = Unit.Ratio(Of(dividend), Of(divisor));
        return
            unit == Unit.Share
            && dividend is Product
            && dividend.Parts.Any(part => Of(part) == Unit.Any)
            ? Unit.Any
            : unit;
    }

    private Unit Common(IEnumerable<Expression> parts) => Unit.Common(parts.Select(Of));

    private Unit OfTotal() =>
        values.FirstOrDefault(value => value.Kind == NamedValueKind.Total) is { } total
            ? OfColumn(total.Index)
            : Unit.Points;

    private Unit OfColumn(int column)
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
