using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Steps;

namespace Assessment.Scoring.Procedures.Proposals;

/// <summary>Proposals keep to the quotas: hard ones hold for everybody; an area keeps to its own whatever their kind.</summary>
internal static class ProposalQuotas
{
    /// <param name="area">Who proposes for its own people; null for the body.</param>
    /// <exception cref="HardQuotaMustHold">The proposals exceed it.</exception>
    public static void MustHold(Evaluated evaluated, string? area)
    {
        var own = evaluated
            .Standings.Where(one => one.Area == area)
            .Select(one => one.Subject)
            .ToHashSet(StringComparer.Ordinal);
        var exceeded = evaluated.Result.QuotaOverruns.FirstOrDefault(use =>
            use.Limit == QuotaLimit.Hard
            || (area is not null && use.Within is not null && own.Overlaps(use.Holders))
        );
        if (exceeded is not null)
        {
            throw new HardQuotaMustHold(exceeded.Message);
        }
    }
}
