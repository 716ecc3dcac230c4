using System.Globalization;
using Assessment.Engine.Conditions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>attribute</c> in a condition: what a declared attribute is, or a date before or after another.</summary>
internal sealed class AttributeConditionReader(ReadingState state, SheetScope scope)
{
    private const string Key = "attribute";
    private const string Is = "is";

    private static readonly (string Key, Comparison Comparison)[] Dates =
    [
        ("before", Comparison.Below),
        ("onOrBefore", Comparison.AtMost),
        ("onOrAfter", Comparison.AtLeast),
        ("after", Comparison.Above),
    ];

    /// <summary>The attributes that a condition may ask for: of numbers <c>value</c> asks.</summary>
    internal IEnumerable<AttributeDeclaration> Usable =>
        state.Attributes.Values.Where(one => !one.IsNumeric && scope.Sees(one.OfAreas));

    /// <returns>Null where a problem was reported.</returns>
    internal Condition? Read(YamlMap map)
    {
        var name = map.Text(Key);
        var asked = Dates.Select(date => date.Key).Prepend(Is).Where(map.Has).ToList();
        if (Find(map, name) is not { } attribute)
        {
            asked.ForEach(key => map.Take(key));
            return null;
        }

        string[] expected =
            attribute.Kind == AttributeKind.Date ? [.. Dates.Select(date => date.Key)] : [Is];
        map.Offer(expected);
        if (asked is not [var only] || !expected.Contains(only))
        {
            asked.ForEach(key => map.Take(key));
            state.Problems.Add(
                map.Take(Key)!,
                "attribute-comparison-expected",
                $"“{name}”{KindTitle(attribute.Kind)}，须与 {string.Join("、", expected)} {(expected.Length > 1 ? "之一" : "")}同用"
            );
            return null;
        }

        return attribute.Kind switch
        {
            AttributeKind.Date => ReadDate(map, only, attribute),
            AttributeKind.Flag => map.OptionalFlag(only) is { } flag
                ? new AttributeCondition(attribute, [AttributeValue.Of(flag)])
                : null,
            _ => ReadValues(map, attribute),
        };
    }

    private AttributeDeclaration? Find(YamlMap map, string name)
    {
        if (state.UnreadAttributes.Contains(name) || name.Length == 0)
        {
            return null;
        }

        var known = state.Attributes.GetValueOrDefault(name);
        if (known is { IsNumeric: false } && scope.Sees(known.OfAreas))
        {
            return known;
        }

        var isNumber = (known?.IsNumeric ?? false) || RegisterWords.Numbers.Contains(name);
        state.Problems.Add(
            map.Take(Key)!,
            isNumber ? "attribute-is-a-number"
                : known is null ? "attribute-unknown"
                : "attribute-not-here",
            isNumber
                    ? $"“{name}”是数，条件里写成 value: {{attribute: {name}}}，与 below、atMost、atLeast、above 之一同用"
                : known is null
                    ? $"“attributes”里没有声明“{name}”{NearestName.Hint(name, Usable.Select(one => one.Id))}"
                : $"“{name}”是{(known.OfAreas ? "居民区" : "人员")}的附加项，不能用在这里{NearestName.Hint(name, Usable.Select(one => one.Id))}"
        );
        return null;
    }

    private DateCondition? ReadDate(YamlMap map, string key, AttributeDeclaration attribute)
    {
        if (
            DateOnly.TryParseExact(
                map.OptionalText(key),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return new(attribute, Dates.First(one => one.Key == key).Comparison, date);
        }

        state.Problems.Add(map.Take(key)!, "date-expected", $"“{key}”应当是日期，例如 2024-06-28");
        return null;
    }

    private AttributeCondition ReadValues(YamlMap map, AttributeDeclaration attribute)
    {
        var values = new List<AttributeValue>();
        foreach (var node in map.List(Is))
        {
            var written = (node as YamlScalarNode)?.Value ?? "";
            values.Add(AttributeValue.Of(written));
            if (
                attribute.Kind == AttributeKind.Choice
                && !attribute.Values.Contains(written, StringComparer.Ordinal)
            )
            {
                state.Problems.Add(
                    node,
                    "attribute-value-unknown",
                    $"“{attribute.Id}”没有“{written}”这个值{NearestName.Hint(written, attribute.Values)}"
                );
            }
            else if (written.Length == 0)
            {
                state.Problems.Add(node, "text-expected", $"“{Is}”的每一项应当是文字");
            }
        }
        return new(attribute, values);
    }

    private static string KindTitle(AttributeKind kind) =>
        kind switch
        {
            AttributeKind.Date => "是日期",
            AttributeKind.Flag => "是标志（是或否）",
            AttributeKind.Choice => "只取列出的值",
            _ => "是文字",
        };
}
