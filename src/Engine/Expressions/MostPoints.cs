using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary>满分: the most points that a calculation can give; bonus and deduction (加分、减分) do not count.</summary>
internal sealed class MostPoints(
    IReadOnlyDictionary<string, FactDeclaration> facts,
    IReadOnlyList<NamedValue> values
)
{
    /// <summary>Null where the calculation does not say.</summary>
    internal Rational? Of(Expression of) =>
        of switch
        {
            EventPoints => Rational.Zero,
            Constant constant => constant.Number,
            Reference name when Named(name).Kind == NamedValueKind.Adjustment => Rational.Zero,
            Reference name => Named(name).Points ?? Of(Named(name).Expression),
            Scale => Of(of.Parts[0]),
            Round or Voidable or Difference or Otherwise => Of(of.Parts[0]),
            Extreme when Only(of) is { } changing => Of(changing),
            Product => of.Parts.Aggregate((Rational?)Rational.One, (so, part) => so * Of(part)),
            Sum => of.Parts.Aggregate((Rational?)Rational.Zero, (so, part) => so + Of(part)),
            Weighted weighted => weighted.Terms.Aggregate(
                (Rational?)Rational.Zero,
                (so, term) => so + (term.Weight * Of(term.Of))
            ),
            FactReading { Figure: not FactFigure.Value } => null,
            IReadsFact fact => Highest(fact.Item),
            Ballot ballot => Highest(ballot.Item),
            _ => null,
        };

    /// <summary>The one part of a calculation that is not a number; null where there are several.</summary>
    internal static Expression? Only(Expression of)
    {
        var changing = of.Parts.Where(part => part is not Constant).ToList();
        return changing.Count == 1 ? changing[0] : null;
    }

    private NamedValue Named(Reference name) => values[name.Column];

    private Rational? Highest(string fact) => facts.GetValueOrDefault(fact)?.Range?.Most;
}
