using Assessment.FactSources;
using Assessment.Persistence.Storage;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.FactReports;

/// <summary>The surveys as a source of facts.</summary>
public sealed class SurveySource(SurveyDb db, FactReporter facts) : IFactSource
{
    public const string Name = "survey";

    public bool SharesImports => false;

    public Task<bool> LockAsync(Guid cycle, CancellationToken cancellationToken) =>
        db.LockCycleAsync(cycle, cancellationToken);

    public Task ReportAsync(Guid cycle, CancellationToken cancellationToken) =>
        facts.ReportAsync(cycle, cancellationToken);

    /// <summary>
    /// How many could have taken part is in the facts, so all of the cycle are calculated again; and nobody may be reporting with the
    /// old register meanwhile.
    /// </summary>
    public async Task OnRegisterChangedAsync(
        RegisterCopy register,
        Guid? cycle,
        CancellationToken cancellationToken
    )
    {
        if (cycle is not { } changed || !await db.LockCycleAsync(changed, cancellationToken))
        {
            return;
        }

        await db
            .SubjectReports.Where(report => report.Cycle == changed)
            .ExecuteUpdateAsync(
                set => set.SetProperty(report => report.IsOutdated, true),
                cancellationToken
            );
    }
}
