using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>publicity</c>: what of the results may be made public.</summary>
internal static class PublicityReader
{
    internal static Publicity? Read(YamlMap root, ReadingState state)
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

        var publicity = new Publicity(rankings == "all", state.Citation(map, "publicity"));
        map.Close();
        return publicity;
    }
}
