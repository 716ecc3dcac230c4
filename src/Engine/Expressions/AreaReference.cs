using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>ofArea</c>: a named value of the area in which a person works.</summary>
internal sealed class AreaReference(int column, string id, string title) : Expression, IConstruct
{
    public static string Keyword => "ofArea";

    public static ScopeKind[] Places => Scopes.People;

    public static bool SaysWhatIsAbsent => false;

    public static Expression? Read(WrittenOperator written)
    {
        var name = written.Text();
        var areas = written.Scope.Areas;
        if (name is "total" or "rank" && areas is not null)
        {
            return new AreaOutcomeReading(rank: name == "rank");
        }

        if (
            written.Scope.Kind == ScopeKind.Staff
            && areas?.Names.TryGetValue(name, out var named) == true
        )
        {
            return new AreaReference(named.Column, name, named.Title);
        }

        written.Report(written.Node, "name-unknown", NotOfArea(name, written.Scope));
        return null;
    }

    private static string NotOfArea(string name, SheetScope scope)
    {
        if (scope.Areas is not { } areas)
        {
            return $"方案不考核居民区（没有“areas”），不能用“ofArea”取“{name}”";
        }

        return scope.Kind == ScopeKind.Payout
            ? $"发放规则里的“ofArea”只能是 total 或 rank，没有“{name}”"
            : $"“ofArea”应当是 total、rank 或居民区的项目、指标，没有“{name}”{NearestName.Hint(name, areas.Names.Keys.Union(["total", "rank"]))}";
    }

    internal int Column { get; } = column;

    internal override bool MayBeAbsent => true;

    internal override bool MayBeMissing => true;

    internal override Cell Evaluate(SubjectView at) => at.AsShown(at.AreaView.Value(Column));

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : $"所在居民区{title}");

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Leaf(Operation.AreaValue, id, Evaluate(at).Value);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"所在居民区没有{title}"] : [];

    // What leaves the area without a total is said of the area.
    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        at.AreaView.Total.IsPresent && Evaluate(at).State == state
            ? [new(null, $"所在居民区没有{title}")]
            : [];

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal override Unit UnitBy(UnitsOfValues units) =>
        units.Areas?.OfColumn(Column) ?? Unit.Compound;

    internal override bool Carries(string unit) => unit == Quantity.Points.Unit;

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) =>
        [new($"area:{id}", explanation => explanation.OfArea(Column))];
}
