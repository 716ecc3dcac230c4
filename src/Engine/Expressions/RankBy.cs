using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>rank</c>: the subject's rank by a named value, the highest first; ties share the better rank.</summary>
internal sealed class RankBy(int column, string id, string title) : Expression, IConstruct
{
    public static string Keyword => "rank";

    public static ScopeKind[] Places => Scopes.Assessed;

    public static bool SaysWhatIsAbsent => false;

    public static Expression? Read(WrittenOperator written) =>
        written.Named("项目或指标的名称") is var (column, id, title)
            ? new RankBy(column, id, title)
            : null;

    internal override IEnumerable<int> Columns => [Column];

    /// <summary>The ranked value, which the explanation shows with the rank.</summary>
    internal int Column { get; } = column;

    internal override bool MayBeAbsent => true;

    internal override bool MayBeMissing => true;

    internal override Cell Evaluate(SubjectView at)
    {
        var value = at.Value(Column);
        return value.IsPresent ? Cell.Of(at.RankBy(Column)) : value;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(
            at is not { } view ? $"{title}的名次"
            : view.IsPartOfEquation ? $"{view.Written(Evaluate(view))}（{Placed(view)}）"
            : Placed(view)
        );

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Leaf(Operation.Rank, id, Evaluate(at).Value);

    /// <summary>The value, and the rank by it, in words.</summary>
    internal string Placed(SubjectView at) =>
        $"{title} {at.Written(at.AsShown(at.Value(Column)))} 排第 {at.Written(Evaluate(at))} 名";

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [$"缺少{title}"] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [new(null, $"缺少{title}", Column)] : [];

    internal override string Line(SubjectView at) => Write(at).Text;

    internal override (decimal? Least, decimal? Most) RangeBy(
        IReadOnlyDictionary<string, FactDeclaration> facts
    ) => (1m, null);

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal override Unit UnitBy(UnitsOfValues units) => Unit.Rank;

    internal override bool Carries(string unit) => false;

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) =>
        [new(id, explanation => explanation.Of(Column))];
}
