using System.Globalization;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Evaluation;

/// <summary>Whether the attributes of areas and people are what the scheme declares.</summary>
internal sealed class AttributeChecks(
    IReadOnlyList<AttributeDeclaration> declared,
    FactProblemList problems
)
{
    internal void Check(string subject, bool ofAreas, AttributeValues values)
    {
        if (declared.Count == 0 && values.Count == 0)
        {
            return;
        }

        var known = declared.Where(one => one.OfAreas == ofAreas).ToList();
        foreach (var (id, value) in values)
        {
            if (known.Find(one => one.Id == id) is not { } attribute)
            {
                problems.AddUnknown(
                    new(
                        "attribute-unknown",
                        subject,
                        $"“{subject}”的附加项“{id}”不是本方案对{(ofAreas ? "居民区" : "人员")}声明的"
                    ),
                    ofAreas ? "attribute of areas" : "attribute of staff",
                    id,
                    known.Select(one => one.Id)
                );
            }
            else if (Wrong(attribute, value) is { } wrong)
            {
                problems.Add(
                    new(wrong.Code, subject, $"“{subject}”的“{attribute.Title}”{wrong.Why}")
                );
            }
        }

        foreach (var missing in known.Where(one => one.IsRequired && !values.ContainsKey(one.Id)))
        {
            problems.Add(
                new("attribute-missing", subject, $"“{subject}”缺少必填的“{missing.Title}”")
            );
        }
    }

    private static (string Code, string Why)? Wrong(
        AttributeDeclaration attribute,
        AttributeValue value
    ) =>
        attribute.Kind switch
        {
            AttributeKind.Number or AttributeKind.Whole => value.Number switch
            {
                null => Type("应当是数"),
                { } number when !attribute.Admits(number) => (
                    "attribute-out-of-range",
                    $"是 {NumberFormat.Number(number)}，应当{Limits(attribute)}"
                ),
                _ => null,
            },
            AttributeKind.Flag => value.Flag is null ? Type("应当是 true 或 false") : null,
            AttributeKind.Date => IsDate(value.Text) ? null : Type("应当是日期，例如 2024-06-28"),
            AttributeKind.Choice => value.Text is not { } text ? Type("应当是文字")
            : attribute.Values.Contains(text, StringComparer.Ordinal) ? null
            : (
                "attribute-value-unknown",
                $"没有“{text}”这个值，只能是 {string.Join("、", attribute.Values)}"
            ),
            _ => string.IsNullOrWhiteSpace(value.Text) ? Type("应当是文字") : null,
        };

    private static (string, string) Type(string why) => ("attribute-type-wrong", why);

    private static bool IsDate(string? text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static string Limits(AttributeDeclaration attribute)
    {
        var limits = attribute.Range is { } range
            ? $"在 {NumberFormat.Number(range.Least)} 到 {NumberFormat.Number(range.Most)} 之间"
            : "不小于 0";
        return attribute.Kind == AttributeKind.Whole ? $"是整数，{limits}" : limits;
    }
}
