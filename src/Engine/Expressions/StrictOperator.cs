using Assessment.Engine.Evaluation;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary>An operator over a list in which a part without a value leaves the whole without one.</summary>
internal abstract class StrictOperator(IReadOnlyList<Expression> parts) : Operator(parts)
{
    internal sealed override Cell Evaluate(SubjectView at)
    {
        var isPresent = true;
        var why = CellState.None;
        Rational result = default;
        for (var i = 0; i < Parts.Count; i++)
        {
            var cell = Parts[i].Evaluate(at);
            if (cell.State == CellState.Missing)
            {
                return Cell.Missing;
            }

            if (!cell.IsPresent)
            {
                isPresent = false;
                if (cell.State > why)
                {
                    why = cell.State;
                }
            }
            else if (isPresent)
            {
                result = i == 0 ? First(cell.Value) : Next(result, cell.Value, i);
            }
        }
        return isPresent ? Finish(result) : new(why, default);
    }

    private protected virtual Rational First(Rational value) => value;

    private protected abstract Rational Next(Rational soFar, Rational value, int index);

    private protected virtual Cell Finish(Rational result) => Cell.Of(result);

    private protected string Joined(SubjectView? at, string between, Binding around) =>
        string.Join(between, Parts.Select(part => part.Write(at).Inside(around)));
}
