using Assessment.Engine.Language;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Results;

/// <summary>反馈: from when on an area or a person sees the own result. Follows from the procedure alone.</summary>
public static class OwnResult
{
    /// <summary>
    /// From the step of feedback on; where the scheme has none, from the final result on; and earlier, what a publicity that
    /// has begun shows of the subject's results.
    /// </summary>
    /// <returns>Number of the result; null where nothing of it is to be seen yet.</returns>
    public static int? OwnResultOf(this ProcedureState state, string subject, DateOnly today)
    {
        var now = state.On(today);
        return now.FedBack
            ?? now.Publicities.LastOrDefault(one =>
                one.First <= today && now.ShowsResultsOf(subject, one)
            )?.Result;
    }

    private static bool ShowsResultsOf(
        this ProcedureState now,
        string subject,
        PublicityScheduled publicity
    ) =>
        now.Procedure.Steps[publicity.Step].Notice is { Shows: NoticeContent.Results }
        && publicity.Lines.Any(line => line.Subject == subject);
}
