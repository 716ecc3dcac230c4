namespace Assessment.Engine.Reading;

/// <summary>
/// Reads <c>conventions</c>: rounding, ties and the order of ranks. There is one way of each; it is written down so that
/// whoever holds the scheme against its document sees it.
/// </summary>
internal static class ConventionsReader
{
    private static readonly (string Key, string Value, string Meaning)[] Known =
    [
        ("rounding", "halfUp", "四舍五入，负数同样远离零"),
        ("ties", "shareBetter", "并列者同取较好的名次"),
        ("order", "highestFirst", "分数高的在前"),
    ];

    internal static void Read(YamlMap root, ReadingState state)
    {
        if (root.Map("conventions") is not { } map)
        {
            return;
        }

        foreach (var (key, value, meaning) in Known)
        {
            var written = map.Text(key);
            if (written.Length > 0 && !string.Equals(written, value, StringComparison.Ordinal))
            {
                state.Problems.Add(
                    map.Take(key)!,
                    "convention-unknown",
                    $"“{key}”只能是 {value}（{meaning}）"
                );
            }
        }
        map.Close();
    }
}
