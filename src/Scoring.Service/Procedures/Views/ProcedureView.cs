using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Steps;

namespace Assessment.Scoring.Procedures.Views;

/// <summary>How far a step has come.</summary>
public enum StepProgress
{
    /// <summary>未到: others come first.</summary>
    Waiting,

    /// <summary>待办: it is to be taken now.</summary>
    Due,

    /// <summary>进行中: a publicity that is scheduled or running, proposals that are being handed in.</summary>
    UnderWay,

    /// <summary>已完成.</summary>
    Taken,
}

/// <summary>A step of the procedure, with its clause.</summary>
/// <param name="By">Who takes it, in the scheme's words; null where nobody is named.</param>
/// <param name="ReviewedBy">Who reviews the proposals; null where nobody does.</param>
/// <param name="IsPerArea">Whether each area takes it for its own people.</param>
/// <param name="MayDepart">Whether proposals may be other than calculated.</param>
/// <param name="Quote">The document's words.</param>
/// <param name="Chosen">What the scheme's author chose where the document is silent; null where nothing was chosen.</param>
public sealed record StepView(
    int Position,
    ProcedureStepKind Kind,
    string Title,
    string? By,
    string? ReviewedBy,
    IReadOnlyList<string> Of,
    bool IsPerArea,
    bool MayDepart,
    int? Days,
    DayKind? DayKind,
    NoticeAudience? Audience,
    string? Clause,
    string? Quote,
    string? Chosen,
    StepProgress Progress
);

/// <summary>公示 of a cycle.</summary>
/// <param name="Withdrawn">Why it no longer counts; null where it does.</param>
public sealed record PublicityView(
    Guid Notice,
    int Step,
    DateOnly First,
    DateOnly Last,
    string Contact,
    int Lines,
    string? Withdrawn
);

/// <summary>提请撤销.</summary>
/// <param name="By">User name of who asked.</param>
/// <param name="IsOpen">Whether it waits for the leader's answer.</param>
/// <param name="Declined">Why it was declined; null where it was not.</param>
public sealed record CancellationView(string Reason, string By, bool IsOpen, string? Declined);

/// <summary>程序: where a cycle stands between the calculated and the final result.</summary>
/// <param name="IsRehearsal">Whether a publicity can be let elapse, because nothing binds.</param>
/// <param name="Today">The day in China by which publicity is counted.</param>
/// <param name="Due">Position of the step that is due; null where all are taken.</param>
/// <param name="AwaitsReview">Whether proposals wait for who reviews them.</param>
/// <param name="HandedIn">Ids of the areas that have handed in the proposals of the step that is under way.</param>
/// <param name="Version">Of the final result; 0 where there is none.</param>
/// <param name="Correction">Why a correction of the final result is under way; null where none is.</param>
/// <param name="FinalResult">Number of the final result, which stands until a correction is final; null where there is none.</param>
/// <param name="OpenObjections">How many objections are neither upheld nor refused nor withdrawn.</param>
/// <param name="AdmitsCorrections">Whether facts may be put right although a result is pinned.</param>
/// <param name="Cancellation">The newest request to cancel the cycle; null where there was none.</param>
/// <param name="EarliestFirst">The earliest first day of a publicity that would be scheduled now.</param>
public sealed record ProcedureView(
    Guid Cycle,
    bool IsRehearsal,
    DateOnly Today,
    IReadOnlyList<StepView> Steps,
    int? Due,
    bool AwaitsReview,
    IReadOnlyList<string> HandedIn,
    IReadOnlyList<PublicityView> Publicities,
    Meeting? Meeting,
    int? Result,
    int Version,
    bool IsFinal,
    string? Correction,
    int? FinalResult,
    int OpenObjections,
    bool AdmitsCorrections,
    DateOnly EarliestFirst,
    CancellationView? Cancellation
)
{
    public static ProcedureView Of(CycleInProcedure at)
    {
        var now = at.State.On(at.Today);
        return new ProcedureView(
            at.Cycle.Id,
            at.Cycle.IsRehearsal,
            at.Today,
            [.. now.Procedure.Steps.Select((step, position) => Of(at.Scheme, now, step, position))],
            now.Due is null ? null : now.Position,
            now.AwaitsReview,
            [.. now.HandedIn.Order(StringComparer.Ordinal)],
            [.. now.Scheduled.Select(one => Of(now, one))],
            now.Decision?.Meeting,
            now.Result,
            now.Version,
            now.IsFinal,
            now.CorrectionReason,
            now.FinalResult,
            now.Objections.Values.Count(one => one.IsOpen),
            now.AdmitsCorrections,
            Publicising.Earliest(at.Today),
            now.Cancellation is { } asked
                ? new CancellationView(
                    asked.Reason,
                    asked.By,
                    now.IsCancellationAsked && at.Cycle.State != CycleState.Cancelled,
                    now.CancellationDeclined
                )
                : null
        );
    }

    private static PublicityView Of(ProcedureState now, PublicityScheduled one) =>
        new(
            one.Notice,
            one.Step,
            one.First,
            one.Last,
            one.Contact,
            one.Lines.Count,
            now.Withdrawn.GetValueOrDefault(one.Notice)
        );

    private static StepView Of(
        Scheme scheme,
        ProcedureState now,
        ProcedureStep step,
        int position
    ) =>
        new(
            position,
            step.Kind,
            step.Title,
            step.By?.Title,
            step.ReviewedBy?.Title,
            step.Of,
            scheme.IsPerArea(step),
            step.MayDepart,
            step.Notice?.Days,
            step.Notice?.Days is null ? null : step.Notice.DayKind,
            step.Notice?.Audience,
            step.Citation.Clause,
            step.Citation.Quote,
            step.Citation.Chosen,
            ProgressOf(now, position)
        );

    private static StepProgress ProgressOf(ProcedureState now, int position) =>
        position < now.Position ? StepProgress.Taken
        : position > now.Position ? StepProgress.Waiting
        : now.Current is not null || now.AwaitsReview || now.HandedIn.Count > 0
            ? StepProgress.UnderWay
        : StepProgress.Due;
}
