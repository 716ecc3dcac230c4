using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Whether a fact is declared with the source and the period with which somebody wants it.</summary>
internal sealed class FactParts(YamlMap map, FactDeclaration fact, ProblemList problems)
{
    /// <param name="sourceKey">Where the map names the source; which periods there are follows from that.</param>
    internal void Check(string sourceKey, string? source, string periodKey, string? period)
    {
        if (IsDeclared(sourceKey, "来源", source, [.. fact.Sources.Keys]))
        {
            IsDeclared(periodKey, "期次", period, [.. fact.PeriodsOf(source).Keys]);
        }
    }

    /// <param name="written">Null where it was left out.</param>
    private bool IsDeclared(
        string key,
        string part,
        string? written,
        IReadOnlyCollection<string> declared
    )
    {
        if (
            written is null
                ? declared.Count == 0
                : declared.Contains(written, StringComparer.Ordinal)
        )
        {
            return true;
        }

        problems.Add(
            map.Take(key) ?? map.Node,
            "fact-part-unknown",
            written is null ? $"此事实分{part}，须写明“{key}”：{string.Join("、", declared)}"
                : declared.Count == 0 ? $"此事实不分{part}，不能写“{key}”"
                : $"此事实没有{part}“{written}”{NearestName.Hint(written, declared)}"
        );
        return false;
    }
}
