using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures;

/// <summary>Where an area or a person stands: what was calculated, and what is proposed or decided.</summary>
/// <param name="Kind"><see cref="Areas"/>, or the class of staff.</param>
/// <param name="Area">Id of the person's area; the own id of an area.</param>
/// <param name="Calculated">The grade that was calculated; null where the scheme gives none.</param>
/// <param name="CalculatedTier">The tier that was calculated; null where the scheme gives none.</param>
/// <param name="Grade">The grade that stands: decided, else proposed, else calculated.</param>
public sealed record Standing(
    string Subject,
    string Name,
    string Kind,
    string Area,
    string AreaName,
    string? Calculated,
    string? CalculatedTier,
    string? Grade,
    string? Tier,
    decimal? Total,
    int? Rank
)
{
    public const string Areas = "areas";

    public bool IsArea => Kind == Areas;

    /// <summary>Whether the step is about this subject.</summary>
    public bool IsOf(ProcedureStep step) =>
        step.Of.Count == 0 || step.Of.Contains(Kind, StringComparer.Ordinal);

    /// <summary>Whether the step's notice has this subject on it.</summary>
    public bool IsShownBy(ProcedureStep step) =>
        IsOf(step)
        && (Grade is not null || Tier is not null || step.Notice?.Grades.Count == 0)
        && (
            step.Notice is not { Grades.Count: > 0 } notice
            || notice.Grades.Contains(Grade, StringComparer.Ordinal)
        );

    /// <summary>What the notice shows of this subject.</summary>
    public NoticeLine On(Notice notice)
    {
        var isResult = notice.Shows == NoticeContent.Results;
        return new NoticeLine(
            Subject,
            Name,
            Kind,
            IsArea ? null : AreaName,
            Grade,
            Tier,
            isResult ? Total : null,
            isResult ? Rank : null,
            Area
        );
    }
}
