using System.Globalization;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Conditions;

/// <summary>
/// <c>attribute</c> with <c>before</c>, <c>onOrBefore</c>, <c>onOrAfter</c> or <c>after</c>: a declared date, held against
/// another. Undecided where there is none.
/// </summary>
internal sealed class DateCondition(
    AttributeDeclaration attribute,
    Comparison comparison,
    DateOnly limit
) : Condition
{
    internal override string Text => $"{attribute.Title}{Word} {Written(limit)}";

    internal override IEnumerable<SubjectInput> Inputs => [SubjectInput.Declared];

    internal override IEnumerable<string> DeclaredAttributes => [attribute.Id];

    internal override bool MayBeUndecided => !attribute.IsRequired;

    internal override IEnumerable<Absence> Absences(SubjectView at) =>
        Date(at) is null ? [new(attribute.Id, $"没有{attribute.Title}")] : [];

    internal override bool? Decide(SubjectView at) =>
        Date(at) is { } date
            ? comparison switch
            {
                Comparison.Below => date < limit,
                Comparison.AtMost => date <= limit,
                Comparison.AtLeast => date >= limit,
                _ => date > limit,
            }
            : null;

    internal override string Seen(SubjectView at) =>
        Date(at) is { } date ? $"{attribute.Title} {Written(date)}" : $"没有注明{attribute.Title}";

    private DateOnly? Date(SubjectView at) =>
        at.Declared(attribute)?.Text is { } text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string Written(DateOnly date) =>
        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Word =>
        comparison switch
        {
            Comparison.Below => "早于",
            Comparison.AtMost => "不晚于",
            Comparison.AtLeast => "不早于",
            _ => "晚于",
        };
}
