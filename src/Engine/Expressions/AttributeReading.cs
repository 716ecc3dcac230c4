using Assessment.Engine.Evaluation;

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
    : Expression
{
    internal SubjectAttribute Attribute { get; } = attribute;

    private string Title =>
        Attribute switch
        {
            SubjectAttribute.Households => "总户数",
            SubjectAttribute.PartyMembers => "党员数",
            SubjectAttribute.Base => "绩效基数",
            SubjectAttribute.Months => "在岗月数",
            _ => "病、事假月数",
        };

    internal override Cell Evaluate(SubjectView at)
    {
        decimal? value = Attribute switch
        {
            SubjectAttribute.Households => at.Area.Households,
            SubjectAttribute.PartyMembers => at.Area.PartyMembers,
            SubjectAttribute.Base => at.Person?.Base,
            SubjectAttribute.Months => at.Person?.Months,
            _ => at.Person?.LeaveMonths,
        };
        return value is { } number ? Cell.Of(number) : absent.Cell;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? Shown.Value(Evaluate(view)) : Title);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"没有{Title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(Attribute.ToString(), Title)] : [];
}
