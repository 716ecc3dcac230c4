namespace Assessment.Engine.Forms;

/// <summary>What is wrong with one voter's marks, in Chinese.</summary>
/// <param name="Code">Stable, for example <c>form-band-full</c>.</param>
/// <param name="Subject">Null where it is about all marks together.</param>
public sealed record FormProblem(string Code, string? Subject, string Message);

/// <summary>Another mark for a subject.</summary>
/// <param name="Becomes">A mark that would do; others of the same kind would as well.</param>
/// <param name="To">What it should become, in words: a band with its points, a rank, a range.</param>
public sealed record FormChange(Mark Becomes, string To)
{
    public string Subject => Becomes.Subject;
}

/// <summary>Whether marks keep to their form, and what would mend them.</summary>
/// <param name="Changes">
/// The fewest marks that have to become others so that the form is kept; any of equals. Empty where it is kept.
/// </param>
public sealed record FormReport(
    IReadOnlyList<FormProblem> Problems,
    IReadOnlyList<FormChange> Changes
)
{
    public bool IsKept => Problems.Count == 0;

    /// <summary>The changes in one sentence; null where the form is kept.</summary>
    public string? Mending =>
        IsKept
            ? null
            : $"至少改 {Changes.Count} 处，例如：{string.Join("；", Changes.Select(change => $"“{change.Subject}”改为{change.To}"))}";
}
