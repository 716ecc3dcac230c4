using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>publicity</c>: what of the results may be made public.</summary>
internal static class PublicityReader
{
    /// <param name="grades">The grades that the scheme gives.</param>
    internal static Publicity? Read(
        YamlMap root,
        IReadOnlyCollection<string> grades,
        ReadingState state
    )
    {
        if (root.OptionalMap("publicity") is not { } map)
        {
            return null;
        }

        var rankings = map.Text("rankings");
        if (rankings is not ("own" or "all" or ""))
        {
            state.Problems.Add(
                map.Take("rankings")!,
                "rankings-unknown",
                "“rankings”只能是 own（只见自己的名次）或 all（通报全部名次）"
            );
        }

        IReadOnlyList<string> published = map.Has("grades") ? map.Texts("grades") : [];
        foreach (var grade in published.Where(grade => !grades.Contains(grade)))
        {
            state.Problems.Add(
                map.Take("grades")!,
                "grade-unknown",
                $"没有名为“{grade}”的等次{NearestName.Hint(grade, grades)}"
            );
        }

        var publicity = new Publicity(
            rankings == "all",
            published,
            map.Has("days") ? map.Integer("days") : null,
            state.Citation(map, "publicity")
        );
        map.Close();
        return publicity;
    }
}
