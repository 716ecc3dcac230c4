namespace Assessment.Engine.Reading;

/// <summary>Reads a word out of a closed list.</summary>
internal static class KnownWord
{
    /// <param name="code">Of the problem where the word is none of them.</param>
    /// <returns>Null where a problem was reported.</returns>
    internal static T? Read<T>(
        YamlMap map,
        string key,
        string code,
        (string Word, T Meaning)[] known,
        ReadingState state
    )
        where T : struct => Read(map, key, code, known, state.Problems);

    /// <inheritdoc cref="Read{T}(YamlMap, string, string, ValueTuple{string, T}[], ReadingState)"/>
    internal static T? Read<T>(
        YamlMap map,
        string key,
        string code,
        (string Word, T Meaning)[] known,
        ProblemList problems
    )
        where T : struct
    {
        var written = map.Text(key);
        foreach (var (word, meaning) in known)
        {
            if (string.Equals(word, written, StringComparison.Ordinal))
            {
                return meaning;
            }
        }

        if (written.Length > 0)
        {
            problems.Add(
                map.Take(key)!,
                code,
                $"“{key}”只能是 {string.Join("、", known.Select(one => one.Word))}，不是“{written}”"
            );
        }

        return null;
    }
}
