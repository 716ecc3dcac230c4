using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>attribute</c>: what the area or the person is.</summary>
/// <param name="absent">What it means that it is not known; not asked where it always is.</param>
internal sealed class AttributeReading(SubjectNumber attribute, AbsentMeaning absent)
    : Expression,
        IConstruct
{
    public static string Keyword => "attribute";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => true;

    public static Expression? Read(WrittenOperator written)
    {
        var name = written.Text();
        var all = SubjectNumber.All(written.State).ToList();
        var here = all.Where(one => written.Scope.Sees(one.IsOfAreas)).ToList();
        if (here.Find(one => one.Word == name) is { } attribute)
        {
            return Read(written, attribute);
        }

        written.Map.Take("absent");
        if (written.State.UnreadAttributes.Contains(name))
        {
            return null;
        }

        written.Report(
            written.Node,
            written.State.Attributes.TryGetValue(name, out var declared) && !declared.IsNumeric
                    ? "attribute-not-a-number"
                : all.Exists(one => one.Word == name) ? "attribute-not-here"
                : "attribute-unknown",
            $"此处的“attribute”只能是 {string.Join("、", here.Select(one => one.Word))}，不是“{name}”"
                + (declared is { IsNumeric: false } ? "：它不是数，只能用在条件里" : "")
        );
        return null;
    }

    private static AttributeReading Read(WrittenOperator written, SubjectNumber attribute)
    {
        if (attribute.IsAlwaysKnown)
        {
            return new(attribute, AbsentMeaning.Missing);
        }

        var absent = written.Absent();
        if (absent.Value is { } value && written.Map.Take("absent") is { } node)
        {
            UnitRelations.Check(node, value, attribute.Unit, written.State.Problems);
        }

        return new(attribute, absent);
    }

    internal override bool MayBeAbsent => !attribute.IsAlwaysKnown && !absent.HasValue;

    internal override bool MayBeMissing => MayBeAbsent && absent.State == CellState.Missing;

    internal override Cell Evaluate(SubjectView at) =>
        attribute.Of(at) is { } number ? Cell.Of(at.AsShown(number)) : absent.Cell;

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : attribute.Title);

    internal override Calculation Calculate(SubjectView at) =>
        attribute.Of(at) is { } number
            ? Calculation.Leaf(Operation.Attribute, attribute.Word, number)
            : absent.Value!.Calculate(at);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"没有{attribute.Title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(attribute.Code, attribute.Title)] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(attribute.Code, $"没有{attribute.Title}")] : [];

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) => [];

    internal override IEnumerable<SubjectInput> Inputs => [attribute.Input];

    internal override IEnumerable<string> DeclaredAttributes =>
        attribute.Input == SubjectInput.Declared ? [attribute.Word] : [];

    internal override Unit UnitBy(UnitsOfValues units) => attribute.Unit;

    internal override bool Carries(string unit) =>
        unit == Quantity.Yuan.Unit && attribute.Unit == Unit.Named(unit);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
