namespace Assessment.Engine.Sources;

/// <summary>A clause's name in one way of writing, so that names can be compared.</summary>
internal static class ClauseName
{
    internal static string Of(string written) =>
        string.Concat(written.Where(letter => !char.IsWhiteSpace(letter)))
            .Replace('(', '（')
            .Replace(')', '）');
}
