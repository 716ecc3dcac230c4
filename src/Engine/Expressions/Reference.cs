using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>A named value of the same subject; <c>line</c> names one of a line.</summary>
internal sealed class Reference(int column, string id, string title) : Expression, IConstruct
{
    public static string Keyword => "line";

    public static ScopeKind[] Places => Scopes.Areas;

    public static bool SaysWhatIsAbsent => false;

    public static Expression? Read(WrittenOperator written)
    {
        var id = written.Text();
        if (written.Scope.Lines.ContainsKey(id))
        {
            return ToLine(id, written.Reader);
        }

        written.Report(
            written.Node,
            "line-unknown",
            $"“collection.lines”里没有“{id}”{NearestName.Hint(id, written.Scope.Lines.Keys)}"
        );
        return null;
    }

    internal static Reference ToLine(string id, ExpressionReader reader)
    {
        reader.State.Used.Add(reader.State.Lines[id]);
        var (column, title) = reader.Scope.Lines[id];
        return new(column, id, title);
    }

    internal int Column { get; } = column;

    internal override IEnumerable<int> Columns => [Column];

    // Which values have one, is known only when the whole sheet is.
    internal override bool MayBeAbsent => true;

    internal override bool MayBeMissing => true;

    internal override Cell Evaluate(SubjectView at) => at.AsShown(at.Value(Column));

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : title);

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Leaf(Operation.NamedValue, id, at.Value(Column).Value);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [$"缺少{title}"] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [new(null, $"缺少{title}", Column)] : [];

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) =>
        [new(id, explanation => explanation.Of(Column))];

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal override Unit UnitBy(UnitsOfValues units) => units.OfColumn(Column);

    internal override bool Carries(string unit) => unit == Quantity.Points.Unit;

    internal override Rational? MostBy(MostPoints points) =>
        points.Named(this) is { Kind: NamedValueKind.Adjustment } ? Rational.Zero
        : points.Named(this).Points is { } own ? own
        : points.Named(this).Expression.MostBy(points);

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        [(Rational.One, points.Named(this).Expression)];
}
