using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>
/// <c>absent</c> with any other operator: what counts where the calculation has no value. A fact that must be there
/// stays missing: only at the fact itself can the scheme say otherwise.
/// </summary>
internal sealed class Otherwise(Expression of, AbsentMeaning absent)
    : Operator(absent.Value is { } value ? [of, value] : [of])
{
    private readonly Cell _absent = absent.Cell;

    /// <summary>The calculation without the word.</summary>
    internal Expression Of { get; } = of;

    internal AbsentMeaning WhenAbsent { get; } = absent;

    internal override bool MayBeAbsent => WhenAbsent.HasValue ? Of.MayBeMissing : Of.MayBeAbsent;

    internal override bool MayBeMissing =>
        Of.MayBeMissing || (WhenAbsent.State == CellState.Missing && Of.MayBeAbsent);

    internal override Cell Evaluate(SubjectView at)
    {
        var cell = Of.Evaluate(at);
        return IsAbsent(cell) ? _absent : cell;
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is { } view)
        {
            return IsAbsent(Of.Evaluate(view))
                ? Fragment.Atom(view.Written(_absent))
                : Of.Write(at);
        }

        var written = Of.Write(null);
        return WhenAbsent.Value is { } value
            ? written with
            {
                Text = $"{written.Text}（没有时取 {value.Text}）",
            }
            : written;
    }

    internal override Calculation Calculate(SubjectView at) =>
        IsAbsent(Of.Evaluate(at)) ? WhenAbsent.Value!.Calculate(at) : Of.Calculate(at);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Of.Obstacles(at, Own(at, state));

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Of.Absences(at, Own(at, state));

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        WhenAbsent.State == CellState.Missing && Of.Evaluate(at) is var cell && IsAbsent(cell)
            ? Of.Absences(at, cell.State)
                .Select(absence => new MissingFact(absence.Key ?? absence.What, absence.What))
            : Of.MissingFacts(at);

    /// <summary>The state of the calculation itself where the whole is in the given one.</summary>
    private CellState Own(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? Of.Evaluate(at).State : state;

    private static bool IsAbsent(Cell cell) => cell.State is CellState.None or CellState.Absent;

    internal override string Line(SubjectView at) =>
        IsAbsent(Of.Evaluate(at)) ? base.Line(at) : Of.Line(at);

    internal override Unit UnitBy(UnitsOfValues units) => units.Common(Parts);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => Parts[0].MostBy(points);

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        Undivided(Parts[0]);
}
