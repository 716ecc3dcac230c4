namespace Assessment.Engine.Language;

/// <summary>What is wrong in a file, where, and what was expected (in Chinese). Lines and columns count from 1.</summary>
/// <param name="Code">Stable, for example <c>unknown-key</c>.</param>
public sealed record SchemeProblem(string File, int Line, int Column, string Code, string Message)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{File}:{Line}:{Column} {Message}（{Code}）";
}

/// <summary>A scheme or questionnaire file cannot be used. Carries every problem that was found.</summary>
public sealed class SchemeException : Exception
{
    public SchemeException(IReadOnlyList<SchemeProblem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Problems = problems;
    }

    public IReadOnlyList<SchemeProblem> Problems { get; }
}
