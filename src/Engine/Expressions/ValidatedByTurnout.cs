using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;
using Assessment.Engine.Results;

namespace Assessment.Engine.Expressions;

/// <summary>
/// A fact of a panel that asks a turnout (参加比例): valid only where more than a share of those entitled gave a valid mark.
/// Without that there is no value and nothing that uses it has one; a finding says so.
/// </summary>
internal sealed class ValidatedByTurnout(
    FactReading value,
    Constant over,
    string finding,
    AbsentMeaning absent
) : Operator([value, over]), IRaisesFinding
{
    public string Item => value.Key.Item;

    public string Code => finding;

    // Who is there may not have voted in sufficient number.
    internal override bool MayBeAbsent => true;

    internal override bool MayBeMissing => true;

    internal override Cell Evaluate(SubjectView at) =>
        at.Fact(value.Slot) is not { } fact ? absent.Cell
        : IsValid(fact) ? Cell.Of(at.AsShown(fact.Value.Number))
        : Cell.Missing;

    public Finding? Find(SubjectView at) =>
        IsInvalid(at) ? new(finding, at.Self.Id, Item, Turnout(at)) : null;

    /// <summary>Whether there is a vote and too few took part in it.</summary>
    private bool IsInvalid(SubjectView at) => at.Fact(value.Slot) is { } fact && !IsValid(fact);

    internal override Fragment Write(SubjectView? at) =>
        at is { } view
            ? value.Write(view)
            : Fragment.Atom($"{value.Name.Title}（参加人数须超过应参加人数的 {over.Text}）");

    internal override Calculation Calculate(SubjectView at) => value.Calculate(at);

    /// <summary>The turnout in words.</summary>
    private string Turnout(SubjectView at)
    {
        var fact = at.Fact(value.Slot)!;
        return $"{value.Name.Title}无效：参加 {NumberFormat.Number(fact.Count ?? 0m)} 人，应参加 {NumberFormat.Number(fact.Eligible ?? 0m)} 人，未超过 {over.Text}";
    }

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State != state ? []
        : IsInvalid(at) ? [Turnout(at)]
        : [$"缺少{value.Name.Title}"];

    // An invalid vote has its own finding; its fact is there.
    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        at.Fact(value.Slot) is null && absent.State == CellState.Missing
            ? [new(value.Key.ToString(), value.Name.Title)]
            : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        at.Fact(value.Slot) is null && absent.State == state
            ? [new(value.Key.ToString(), $"缺少{value.Name.Title}")]
            : [];

    /// <summary>Strictly more than the share.</summary>
    private bool IsValid(Fact fact) =>
        fact is { Count: { } count, Eligible: { } eligible } && count > over.Number * eligible;

    internal override Unit UnitBy(UnitsOfValues units) => Parts[0].UnitBy(units);

    internal override bool Carries(string unit) => unit == Quantity.Points.Unit;

    internal override Rational? MostBy(MostPoints points) => points.Highest(Item);

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
