using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>circulars</c>: what is circulated during the year.</summary>
internal static class CircularReader
{
    private static readonly (string Word, CircularInterval Interval)[] Intervals =
    [
        ("month", CircularInterval.Month),
        ("quarter", CircularInterval.Quarter),
        ("year", CircularInterval.Year),
    ];

    private static readonly (string Word, CircularContent Content)[] Contents =
    [
        ("progress", CircularContent.Progress),
        ("ranks", CircularContent.Ranks),
    ];

    internal static IReadOnlyList<Circular> Read(YamlMap root, ReadingState state) =>
        [.. root.OptionalMaps("circulars").Select(map => ReadCircular(map, state))];

    private static Circular ReadCircular(YamlMap map, ReadingState state)
    {
        var title = map.Text("title");
        var circular = new Circular(
            title,
            KnownWord.Read(map, "every", "interval-unknown", Intervals, state)
                ?? CircularInterval.Year,
            KnownWord.Read(map, "shows", "shows-unknown", Contents, state)
                ?? CircularContent.Progress,
            state.Citation(map, $"circulars.{title}")
        );
        map.Close();
        return circular;
    }
}
