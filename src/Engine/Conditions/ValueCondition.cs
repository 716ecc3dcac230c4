using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;

namespace Assessment.Engine.Conditions;

/// <summary>How a value is held against a limit.</summary>
internal enum Comparison
{
    /// <summary>低于, the limit not included.</summary>
    Below,

    /// <summary>不高于, the limit included.</summary>
    AtMost,

    /// <summary>不低于, the limit included.</summary>
    AtLeast,

    /// <summary>高于, the limit not included.</summary>
    Above,
}

/// <summary><c>value</c> with a limit. Undecided where there is no value.</summary>
internal sealed class ValueCondition(Expression value, Comparison comparison, Constant limit)
    : Condition
{
    internal override IEnumerable<Expression> Expressions => [value, limit];

    internal override string Text => $"{value.Write(null).Text}{Word} {limit.Text}";

    internal override bool? Decide(SubjectView at)
    {
        var cell = value.Evaluate(at);
        return cell.IsPresent
            ? comparison switch
            {
                Comparison.Below => cell.Value < limit.Number,
                Comparison.AtMost => cell.Value <= limit.Number,
                Comparison.AtLeast => cell.Value >= limit.Number,
                _ => cell.Value > limit.Number,
            }
            : null;
    }

    internal override string Seen(SubjectView at) =>
        $"{value.Write(null).Text} {(value.Evaluate(at) is { IsPresent: true } cell ? NumberFormat.ComparedTo(cell.Value, limit.Number) : NumberFormat.Value(value.Evaluate(at)))}";

    private string Word =>
        comparison switch
        {
            Comparison.Below => "低于",
            Comparison.AtMost => "不高于",
            Comparison.AtLeast => "不低于",
            _ => "高于",
        };
}
