using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Policies;

/// <summary>An item (考核项目) that a rule is about, by the ids and titles that schemes give it; the first is shown.</summary>
internal sealed record NamedItem(IReadOnlyList<string> Names)
{
    internal string Title => Names[0];

    internal NamedValue? In(ScoreSheet sheet) =>
        Items(sheet).FirstOrDefault(item => Names.Contains(item.Title, StringComparer.Ordinal))
        ?? Items(sheet).FirstOrDefault(item => Names.Contains(item.Id, StringComparer.Ordinal));

    /// <summary>The items that a sheet does not have, as one departure; the nearest of its own are offered.</summary>
    internal static IEnumerable<Departure> Missing(
        IEnumerable<NamedItem> asked,
        ScoreSheet sheet,
        WrittenScheme written
    )
    {
        var missing = asked.Where(item => item.In(sheet) is null).ToList();
        if (missing.Count > 0)
        {
            yield return written.At(
                sheet.Total.Citation,
                "value",
                "policy-item-missing",
                $"{sheet.Title}缺少项目“{string.Join("”、“", missing.Select(item => item.Title))}”{NearestName.Hint(missing[0].Title, Items(sheet).Select(item => item.Title))}"
            );
        }
    }

    private static IEnumerable<NamedValue> Items(ScoreSheet sheet) =>
        sheet.Values.Where(value => value.Kind == NamedValueKind.Item);
}
