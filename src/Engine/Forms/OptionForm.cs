using Assessment.Engine.Language;

namespace Assessment.Engine.Forms;

/// <summary>One of several options.</summary>
/// <param name="Options">Id and title of each, in the form's order.</param>
public sealed record OptionForm(
    string Id,
    string Title,
    IReadOnlyList<FormOption> Options,
    Citation Citation
) : ScoringForm(Id, Title, Citation)
{
    public override PointRange? Range => null;

    public override FormReport Check(IReadOnlyList<Mark> marks)
    {
        var problems = marks.Select(Problem).OfType<FormProblem>().ToList();
        return new(
            problems,
            [
                .. problems.Select(problem => new FormChange(
                    new(problem.Subject!, null, Options[0].Id),
                    All
                )),
            ]
        );
    }

    private string All => string.Join("、", Options.Select(option => option.Title));

    private FormProblem? Problem(Mark mark) =>
        mark.Option is not { } ticked ? Missing(mark, $"选项：{All}")
        : Options.Any(option => string.Equals(option.Id, ticked, StringComparison.Ordinal)) ? null
        : new(
            "form-option-unknown",
            mark.Subject,
            $"“{mark.Subject}”的“{ticked}”不是“{Title}”的选项：{All}"
        );
}

/// <summary>选项.</summary>
public sealed record FormOption(string Id, string Title);
