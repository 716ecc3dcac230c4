namespace Assessment.Engine.Facts;

/// <summary>What is wrong with the facts, in Chinese.</summary>
/// <param name="Code">Stable, for example <c>event-level-unknown</c>.</param>
/// <param name="Subject">What it is about: a subject, an event, or a place in the file.</param>
public sealed record FactProblem(string Code, string Subject, string Message)
{
    /// <summary>One line for people: what it is about, what is wrong, and the code.</summary>
    public override string ToString() =>
        Subject.Length == 0 ? $"{Message}（{Code}）" : $"{Subject} {Message}（{Code}）";
}

/// <summary>The facts cannot be evaluated. Carries every problem that was found.</summary>
public sealed class FactSetException : Exception
{
    public FactSetException(IReadOnlyList<FactProblem> problems)
        : base(string.Join(Environment.NewLine, problems.Select(problem => problem.Message)))
    {
        Problems = problems;
    }

    public IReadOnlyList<FactProblem> Problems { get; }

    /// <summary>Code of the first problem.</summary>
    public string Code => Problems[0].Code;
}
