using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>An item that an event can make count 0 (虚报等).</summary>
internal sealed class Voidable(string item, Expression value, IReadOnlyList<EventRule> rules)
    : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = [value];

    internal Expression Value { get; } = value;

    internal IReadOnlyList<EventRule> Rules { get; } = rules;

    internal override Cell Evaluate(SubjectView at) =>
        Voiding(at) is null ? Value.Evaluate(at) : Cell.Of(default);

    internal override Fragment Write(SubjectView? at)
    {
        if (at is null)
        {
            var names = string.Join("、", Rules.Select(rule => rule.Title));
            return Value.Write(null) with { Text = $"{Value.Write(null).Text}（{names}的计 0）" };
        }
        return Voiding(at.Value) is { } happened
            ? Fragment.Atom($"{EventText.Found([happened])}→ 0")
            : Value.Write(at);
    }

    internal override Calculation Calculate(SubjectView at) =>
        Voiding(at) is { } happened
            ? Calculation.Leaf(Operation.Void, happened.Event.Id, Rational.Zero)
            : Value.Calculate(at);

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Voiding(at) is null ? Value.MissingFacts(at) : [];

    /// <summary>The same around another calculation of the item.</summary>
    internal Voidable Around(Expression other) => new(item, other, Rules);

    /// <summary>The event that makes the item count 0; null where there is none.</summary>
    internal ScoredEvent? Voiding(SubjectView at)
    {
        foreach (var happened in at.Events)
        {
            if (
                happened.Rule.Mark == EventMark.VoidsItem
                && string.Equals(happened.Event.Item, item, StringComparison.Ordinal)
            )
            {
                return happened;
            }
        }
        return null;
    }

    internal override string Line(SubjectView at) =>
        Voiding(at) is null ? Value.Line(at) : Write(at).Text;

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) =>
        Voiding(at) is { } voiding
            ?
            [
                new(
                    $"event:{voiding.Event.Id}",
                    _ => ValueExplanation.Event(new(voiding, default, null, null))
                ),
            ]
            : [];

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal override Unit UnitBy(UnitsOfValues units) => Parts[0].UnitBy(units);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => Value.MostBy(points);

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        [(Rational.One, Value)];
}
