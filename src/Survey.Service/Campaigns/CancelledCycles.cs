using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Campaigns;

/// <summary>撤销的考核周期: their campaigns are closed, and for good.</summary>
public static class CancelledCycles
{
    public static Task<bool> IsCancelledAsync(
        this SurveyDb db,
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        db.Cycles.AnyAsync(
            known => known.Id == cycle && known.CancelledAt != null,
            cancellationToken
        );
}
