namespace Assessment.Engine.Reading;

/// <summary>Says that a fact is not declared with the source or the period with which somebody wants it.</summary>
internal static class FactParts
{
    internal const string Source = "来源";
    internal const string Period = "期次";

    /// <param name="written">Null where it was left out.</param>
    internal static string NotDeclared(
        string key,
        string part,
        string? written,
        IReadOnlyCollection<string> declared
    ) =>
        written is null ? $"此事实分{part}，须写明“{key}”：{string.Join("、", declared)}"
        : declared.Count == 0 ? $"此事实不分{part}，不能写“{key}”"
        : $"此事实没有{part}“{written}”{NearestName.Hint(written, declared)}";
}
