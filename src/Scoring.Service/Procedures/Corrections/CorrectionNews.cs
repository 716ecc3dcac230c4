using Assessment.Persistence.Messaging;
using Assessment.Scoring.Storage;

namespace Assessment.Scoring.Procedures.Corrections;

/// <summary>Tells the other services while a final result is being corrected. Sent with the caller's changes.</summary>
public sealed class CorrectionNews(ScoringDb db, TimeProvider time)
{
    /// <param name="at">Before the correction is opened.</param>
    /// <param name="by">User name.</param>
    public void Opened(CycleInProcedure at, string by) =>
        db.Send(
            new Contracts.CorrectionOpened(
                at.Cycle.Township,
                at.Cycle.Id,
                at.State.Corrections + 1,
                time.GetUtcNow(),
                by
            )
        );

    /// <param name="at">Before the correction ends.</param>
    /// <param name="by">User name.</param>
    public void Ended(CycleInProcedure at, string by) =>
        db.Send(
            new Contracts.CorrectionEnded(
                at.Cycle.Township,
                at.Cycle.Id,
                at.State.Corrections,
                time.GetUtcNow(),
                by
            )
        );
}
