using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Expressions;

/// <summary>A calculation that rests on its parts alone: it reads nothing itself and is not a step of its own.</summary>
internal abstract class Operator(IReadOnlyList<Expression> parts) : Expression
{
    internal sealed override IReadOnlyList<Expression> Parts { get; } = parts;

    internal sealed override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal sealed override IEnumerable<StepBelow> StepsBelow(SubjectView at) => [];

    /// <summary>The one part that is not a number; null where there are several.</summary>
    private protected Expression? Only =>
        Parts.Where(part => part is not Constant).Take(2).ToList() is [var only] ? only : null;

    /// <summary>All points are those of one calculation.</summary>
    private protected static IEnumerable<(Numbers.Rational Weight, Expression Of)> Undivided(
        Expression of
    ) => [(Numbers.Rational.One, of)];
}
