using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>bodies</c>: who acts.</summary>
internal static class BodyReader
{
    /// <returns>By id.</returns>
    internal static IReadOnlyDictionary<string, Body> Read(YamlMap root, ReadingState state)
    {
        var bodies = new Dictionary<string, Body>(StringComparer.Ordinal);
        foreach (var (id, map) in DeclarationReader.Named(root.OptionalMap("bodies"), state))
        {
            bodies[id] = new(
                id,
                map.Text("title"),
                map.Has("heads") ? map.Texts("heads") : [],
                map.OptionalText("members"),
                state.Citation(map, $"bodies.{id}")
            );
            map.Close();
        }
        return bodies;
    }
}
