using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>A number written in the rule, or a parameter (参数).</summary>
internal sealed class Constant(decimal value, string text, Parameter? parameter) : Expression
{
    internal decimal Value { get; } = value;

    /// <summary>The same, made once: an evaluation asks for it for every subject.</summary>
    internal Rational Number { get; } = value;

    /// <summary>As the author wrote it, for example <c>30%</c>.</summary>
    internal string Text { get; } = text;

    internal Parameter? Parameter { get; } = parameter;

    internal override Cell Evaluate(SubjectView at) => Cell.Of(Number);

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is null && Parameter is not null ? Parameter.Title : Text);

    internal override Calculation Calculate(SubjectView at) =>
        Parameter is { Id: var id }
            ? Calculation.Leaf(Operation.Parameter, id, Number)
            : Calculation.Number(Number);

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) =>
        Parameter is { } explained
            ? [new(explained.Id, _ => ParameterExplanation.Of(explained))]
            : [];

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal override Unit UnitBy(UnitsOfValues units) => Unit.Of(this);

    /// <summary>A number without a unit is whatever it is needed for, a percentage is nothing but a share.</summary>
    internal override bool Carries(string unit) =>
        Parameter is { Unit: { } own }
            ? string.Equals(own, unit, StringComparison.Ordinal)
            : !Text.EndsWith('%');

    internal override Rational? MostBy(MostPoints points) => Number;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
