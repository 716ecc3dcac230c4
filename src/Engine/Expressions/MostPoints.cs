using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary>满分: what calculations need to say how many points they can give at most.</summary>
internal sealed class MostPoints(
    IReadOnlyDictionary<string, FactDeclaration> facts,
    IReadOnlyList<NamedValue> values
)
{
    internal NamedValue Named(Reference name) => values[name.Column];

    internal Rational? Highest(string fact) => facts.GetValueOrDefault(fact)?.Range?.Most;
}
