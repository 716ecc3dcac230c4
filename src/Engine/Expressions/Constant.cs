using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

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
}
