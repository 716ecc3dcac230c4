using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Forms;

/// <summary>A score within a range.</summary>
/// <param name="Step">The smallest change of a score, counted from the least; null where any is taken.</param>
public sealed record RangeForm(
    string Id,
    string Title,
    PointRange Scores,
    decimal? Step,
    Citation Citation
) : ScoringForm(Id, Title, Citation)
{
    public override PointRange Range => Scores;

    public override FormReport Check(IReadOnlyList<Mark> marks)
    {
        var wrong = (
            from mark in marks
            let problem = Problem(mark)
            where problem is not null
            select (Mark: mark, Problem: problem)
        ).ToList();
        return new(
            [.. wrong.Select(one => one.Problem)],
            [.. wrong.Select(one => new FormChange(Nearest(one.Mark), Points(Scores)))]
        );
    }

    /// <summary>The nearest score that may be given.</summary>
    private Mark Nearest(Mark mark)
    {
        var score = Math.Clamp(mark.Score ?? Scores.Most, Scores.Least, Scores.Most);
        return new(
            mark.Subject,
            Step is { } step ? score - ((score - Scores.Least) % step) : score
        );
    }

    private FormProblem? Problem(Mark mark)
    {
        if (mark.Score is not { } score)
        {
            return Missing(mark, "分数");
        }

        if (!Scores.Contains(score))
        {
            return new(
                "form-score-outside",
                mark.Subject,
                $"“{mark.Subject}”的 {Number(score)} 分超出范围：“{Title}”为 {Points(Scores)}"
            );
        }

        return
            Step is { } step
            && (Rational)(score - Scores.Least) / step is var steps
            && steps != steps.Floor()
            ? new(
                "form-score-step",
                mark.Subject,
                $"“{mark.Subject}”的 {Number(score)} 分不合“{Title}”的最小分差 {Number(step)} 分"
            )
            : null;
    }
}
