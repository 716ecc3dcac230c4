namespace Assessment.Engine.Expressions;

/// <summary>满分: the most points that a calculation can give; bonus and deduction (加分、减分) do not count.</summary>
internal sealed class MostPoints(
    IReadOnlyDictionary<string, FactDeclaration> facts,
    IReadOnlyList<NamedValue> values
)
{
    /// <summary>Null where the calculation does not say.</summary>
    internal decimal? Of(Expression of) =>
        of switch
        {
            EventPoints => 0m,
            Constant constant => constant.Value,
            Reference name when Named(name).Kind == NamedValueKind.Adjustment => 0m,
            Reference name => Named(name).Points ?? Of(Named(name).Expression),
            Scale => Of(of.Parts[0]),
            Round or Voidable or Difference => Of(of.Parts[0]),
            Extreme when Only(of) is { } changing => Of(changing),
            Product => of.Parts.Aggregate((decimal?)1m, (so, part) => so * Of(part)),
            Sum => of.Parts.Aggregate((decimal?)0m, (so, part) => so + Of(part)),
            Weighted weighted => weighted.Terms.Aggregate(
                (decimal?)0m,
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

    private decimal? Highest(string fact) => facts.GetValueOrDefault(fact)?.Range?.Most;
}
