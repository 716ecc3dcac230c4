using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>
/// A calculation of the scheme language, bound and immutable. One class per construct, which says all that is asked of it:
/// what it gives, how it is written, what it rests on, its unit, its most points. What a class leaves out does not compile.
/// </summary>
internal abstract class Expression
{
    /// <summary>The expressions that this one is made of.</summary>
    internal virtual IReadOnlyList<Expression> Parts => [];

    /// <summary>The columns that must have been filled before.</summary>
    internal virtual IEnumerable<int> Columns => Parts.SelectMany(part => part.Columns);

    internal abstract Cell Evaluate(SubjectView at);

    /// <summary>The calculation in writing: with the numbers of a subject, or with names where there is no subject.</summary>
    internal abstract Fragment Write(SubjectView? at);

    /// <summary>How the value of a subject comes about, step by step; only of a value that is there.</summary>
    internal abstract Calculation Calculate(SubjectView at);

    /// <summary>The facts that it reads itself, with what they are called; those of its parts are theirs.</summary>
    internal abstract IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at);

    /// <summary>The steps of the explanation below this one, likewise.</summary>
    internal abstract IEnumerable<StepBelow> StepsBelow(SubjectView at);

    /// <summary>What it reads itself of the area or the person.</summary>
    internal abstract IEnumerable<SubjectInput> Inputs { get; }

    /// <summary>附加项: the ids of declared attributes that it reads itself.</summary>
    internal virtual IEnumerable<string> DeclaredAttributes => [];

    /// <summary>单位, through the named values that it uses.</summary>
    internal abstract Unit UnitBy(UnitsOfValues units);

    /// <summary>Whether a product that it is a factor of has this unit from it.</summary>
    internal abstract bool Carries(string unit);

    /// <summary>满分: the most points that it can give; null where it does not say. Bonus and deduction do not count.</summary>
    internal abstract Rational? MostBy(MostPoints points);

    /// <summary>Between which calculations its points are divided, and by which weights; null where it does not say.</summary>
    internal abstract IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points);

    /// <summary>The step's line for people: the calculation with its result.</summary>
    internal virtual string Line(SubjectView at) => Equation.Of(this, at).Text;

    /// <summary>Between which limits its values are, as far as the scheme declares it.</summary>
    internal virtual (decimal? Least, decimal? Most) RangeBy(
        IReadOnlyDictionary<string, FactDeclaration> facts
    ) => (null, null);

    /// <summary>The facts that had to be there and are not.</summary>
    internal virtual IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Parts.SelectMany(part => part.MissingFacts(at));

    /// <summary>What is not there without being a missing fact, where the whole has no value for this reason.</summary>
    internal virtual IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? Parts.SelectMany(part => part.Absences(at, state)) : [];

    /// <summary>Whether there can be a subject for which it has no value. True where that is not known beforehand.</summary>
    internal virtual bool MayBeAbsent => Parts.Any(part => part.MayBeAbsent);

    /// <summary>Whether it can lack a fact that must be there. True where that is not known beforehand.</summary>
    internal virtual bool MayBeMissing => Parts.Any(part => part.MayBeMissing);

    /// <summary>What prevents a value, in words: what leaves the whole in this state. Nothing where it is in another one.</summary>
    internal virtual IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? Parts.SelectMany(part => part.Obstacles(at, state)) : [];

    /// <summary>This expression and everything in it, not going through references.</summary>
    internal virtual IEnumerable<Expression> All() =>
        Parts.SelectMany(part => part.All()).Prepend(this);

    private protected IEnumerable<Calculation> CalculateParts(SubjectView at) =>
        Parts.Select(part => part.Calculate(at));

    private protected bool AnyPartCarries(string unit) => Parts.Any(part => part.Carries(unit));
}
