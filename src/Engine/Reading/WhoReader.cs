using Assessment.Engine.Conditions;

namespace Assessment.Engine.Reading;

/// <summary>
/// Whether it is always known who belongs to a class or shares a fund: nobody may come to another class because a number
/// is absent.
/// </summary>
internal static class WhoReader
{
    /// <param name="map">The mapping that has <c>who</c>.</param>
    internal static void CheckDecided(YamlMap map, Condition who, ReadingState state)
    {
        if (who.MayBeUndecided)
        {
            state.Problems.Add(
                map.Take("who")!,
                "who-undecided",
                "“who”里的数或日期可能没有，就不知道谁属于这里：“absent”应当写成一个数，日期应当是必填的（required: true）"
            );
        }
    }
}
