using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>peersMean</c>: the mean of a value over those of the same class in the same area who have one.</summary>
internal sealed class PeersMean(int column, string id, string title, AbsentMeaning absent)
    : Expression,
        IConstruct
{
    public static string Keyword => "peersMean";

    public static ScopeKind[] Places => Scopes.Staff;

    public static bool SaysWhatIsAbsent => true;

    public static Expression? Read(WrittenOperator written)
    {
        var absent = written.Absent();
        return written.Named("本类人员的项目或指标") is var (column, id, title)
            ? new PeersMean(column, id, title, absent)
            : null;
    }

    internal override IEnumerable<int> Columns => [Column];

    internal int Column { get; } = column;

    internal AbsentMeaning WhenAbsent => absent;

    internal override bool MayBeAbsent => !absent.HasValue;

    internal override bool MayBeMissing => absent.State == CellState.Missing;

    internal override Cell Evaluate(SubjectView at)
    {
        var mean = at.PeersMean(Column);
        return mean.IsPresent ? at.AsShown(mean) : absent.Cell;
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom($"本居民区同类人员{title}的平均");
        }

        var value = view.Written(Evaluate(view));
        return Fragment.Atom(
            view.PeersMean(Column).IsPresent ? $"本居民区同类人员{title}平均 {value}" : value
        );
    }

    internal override Calculation Calculate(SubjectView at) =>
        at.PeersMean(Column).IsPresent
            ? Calculation.Leaf(Operation.PeersMean, id, Evaluate(at).Value)
            : absent.Value!.Calculate(at);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"本居民区同类人员都没有{title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(title, title)] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(title, $"本居民区同类人员都没有{title}")] : [];

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal override Unit UnitBy(UnitsOfValues units) => units.OfColumn(Column);

    internal override bool Carries(string unit) => unit == Quantity.Points.Unit;

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) => [];
}
