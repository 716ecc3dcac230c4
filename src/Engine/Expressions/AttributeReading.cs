using System.Text.Json;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;

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

    /// <summary>The scheme language's word for it.</summary>
    private string Key => JsonNamingPolicy.CamelCase.ConvertName(Attribute.ToString());

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
            ? Calculation.Leaf(Operation.Attribute, Key, number)
            : absent.Value!.Calculate(at);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"没有{Title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(Attribute.ToString(), Title)] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(Attribute.ToString(), $"没有{Title}")] : [];
}
