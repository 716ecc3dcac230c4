using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Conditions;

/// <summary><c>attribute</c> with <c>is</c>: a declared attribute has one of the values. Who has none has none of them.</summary>
internal sealed class AttributeCondition(
    AttributeDeclaration attribute,
    IReadOnlyList<AttributeValue> values
) : Condition
{
    internal override string Text =>
        values is [{ Flag: { } flag }]
            ? $"{attribute.Title}为{Said(flag)}"
            : $"{attribute.Title}为{string.Join("、", values.Select(value => value.Text))}";

    internal override IEnumerable<SubjectInput> Inputs => [SubjectInput.Declared];

    internal override IEnumerable<string> DeclaredAttributes => [attribute.Id];

    // As with what every register has: what is not said to be so is not so.
    internal override bool? Decide(SubjectView at) =>
        at.Declared(attribute) is { } value ? values.Contains(value) : values is [{ Flag: false }];

    internal override string Seen(SubjectView at) =>
        at.Declared(attribute) switch
        {
            { Flag: { } flag } => $"{attribute.Title} {Said(flag)}",
            { Text: { } text } => $"{attribute.Title} {text}",
            _ => $"没有注明{attribute.Title}",
        };

    private static string Said(bool flag) => flag ? "是" : "否";
}
