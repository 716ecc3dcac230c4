using System.Text.Json;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>What a scheme may read of an area or a person itself.</summary>
internal enum SubjectAttribute
{
    Households,
    PartyMembers,
    Base,
    Months,
    LeaveMonths,
}

/// <summary><c>attribute</c>: what the area or the person is.</summary>
/// <param name="absent">What it means that it is not known; only of a person can something be unknown.</param>
internal sealed class AttributeReading(SubjectAttribute attribute, AbsentMeaning absent)
    : Expression,
        IConstruct
{
    public static string Keyword => "attribute";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => true;

    private static readonly (string Name, SubjectAttribute Attribute)[] Attributes =
    [
        ("households", SubjectAttribute.Households),
        ("partyMembers", SubjectAttribute.PartyMembers),
        ("base", SubjectAttribute.Base),
        ("months", SubjectAttribute.Months),
        ("leaveMonths", SubjectAttribute.LeaveMonths),
    ];

    public static Expression? Read(WrittenOperator written)
    {
        var name = written.Text();
        var known = Attributes
            .Where(one =>
                IsOfPerson(one.Attribute)
                    ? written.Scope.Kind != ScopeKind.Areas
                    : written.Scope.Kind != ScopeKind.Payout
            )
            .ToList();
        foreach (var (word, attribute) in known)
        {
            if (string.Equals(word, name, StringComparison.Ordinal))
            {
                // Of an area everything is known.
                return new AttributeReading(
                    attribute,
                    IsOfPerson(attribute) ? written.Absent() : AbsentMeaning.Missing
                );
            }
        }
        var elsewhere = Attributes.Any(one =>
            string.Equals(one.Name, name, StringComparison.Ordinal)
        );
        written.Map.Take("absent");
        written.Report(
            written.Node,
            elsewhere ? "attribute-not-here" : "attribute-unknown",
            $"此处的“attribute”只能是 {string.Join("、", known.Select(one => one.Name))}，不是“{name}”"
        );
        return null;
    }

    private static bool IsOfPerson(SubjectAttribute attribute) =>
        attribute
            is SubjectAttribute.Base
                or SubjectAttribute.Months
                or SubjectAttribute.LeaveMonths;

    internal SubjectAttribute Attribute { get; } = attribute;

    /// <summary>The scheme language's word for it.</summary>
    private string Word => JsonNamingPolicy.CamelCase.ConvertName(Attribute.ToString());

    private string Title =>
        Attribute switch
        {
            SubjectAttribute.Households => "总户数",
            SubjectAttribute.PartyMembers => "党员数",
            SubjectAttribute.Base => "绩效基数",
            SubjectAttribute.Months => "在岗月数",
            _ => "病、事假月数",
        };

    private bool IsOfArea =>
        Attribute is SubjectAttribute.Households or SubjectAttribute.PartyMembers;

    // Of an area everything is known.
    internal override bool MayBeAbsent => !IsOfArea && !absent.HasValue;

    internal override bool MayBeMissing => MayBeAbsent && absent.State == CellState.Missing;

    internal override Cell Evaluate(SubjectView at) =>
        Registered(at) is { } number ? Cell.Of(at.AsShown(number)) : absent.Cell;

    private Rational? Registered(SubjectView at) =>
        Attribute switch
        {
            SubjectAttribute.Households => at.Area.Households,
            SubjectAttribute.PartyMembers => at.Area.PartyMembers,
            SubjectAttribute.Base => at.Person?.Base,
            SubjectAttribute.Months => at.Person?.Months,
            _ => at.Person?.LeaveMonths,
        };

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : Title);

    internal override Calculation Calculate(SubjectView at) =>
        Registered(at) is { } number
            ? Calculation.Leaf(Operation.Attribute, Word, number)
            : absent.Value!.Calculate(at);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"没有{Title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(Attribute.ToString(), Title)] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(Attribute.ToString(), $"没有{Title}")] : [];

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) => [];

    internal override IEnumerable<SubjectInput> Inputs =>
        [
            Attribute switch
            {
                SubjectAttribute.Households => SubjectInput.Households,
                SubjectAttribute.PartyMembers => SubjectInput.PartyMembers,
                SubjectAttribute.Base => SubjectInput.Base,
                SubjectAttribute.Months => SubjectInput.Months,
                SubjectAttribute.LeaveMonths => SubjectInput.LeaveMonths,
                _ => throw new InvalidOperationException($"{Attribute} is not known."),
            },
        ];

    internal override Unit UnitBy(UnitsOfValues units) => Unit.Of(Attribute);

    internal override bool Carries(string unit) =>
        unit == Quantity.Yuan.Unit && Attribute == SubjectAttribute.Base;

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
