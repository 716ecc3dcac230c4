namespace Assessment.Engine.Reading;

/// <summary>Names of one kind, each of which may occur once in its list.</summary>
/// <param name="what">What the names are, as the scheme's reader calls it.</param>
internal sealed class WrittenOnce(ReadingState state, string what)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="map">The mapping that has the name.</param>
    internal void Check(YamlMap map, string name)
    {
        // One that is not written at all is a problem of its own.
        if (name.Length > 0 && !_names.Add(name))
        {
            state.Problems.Add(map.Node, "duplicate-id", $"{what}“{name}”写了两次");
        }
    }
}
