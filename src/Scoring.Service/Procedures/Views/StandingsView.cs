using Assessment.Engine.Decisions;
using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Views;

/// <summary>An area or a person with calculated, proposed and decided grade side by side.</summary>
/// <param name="Proposed">What a body proposes other than calculated; null where nothing is.</param>
/// <param name="Grade">What stands with proposals and decisions.</param>
public sealed record StandingView(
    string Subject,
    string Name,
    string Kind,
    string Area,
    string AreaName,
    decimal? Total,
    int? Rank,
    string? Calculated,
    string? CalculatedTier,
    Proposal? Proposed,
    string? Grade,
    string? Tier
);

/// <summary>名额</summary>
/// <param name="Message">By how many it is exceeded; null where it is not.</param>
public sealed record QuotaView(
    string Among,
    string? Within,
    string Grade,
    int Places,
    int Holders,
    QuotaLimit Limit,
    string Clause,
    string? Message
)
{
    public static QuotaView Of(QuotaUse use) =>
        new(
            use.Among,
            use.Within,
            use.Grade,
            use.Places,
            use.Holders.Count,
            use.Limit,
            use.Citation.Clause,
            use.IsExceeded ? use.Message : null
        );
}

/// <summary>What is to be decided on: everybody, with the quotas beside them.</summary>
public sealed record StandingsView(
    IReadOnlyList<StandingView> Standings,
    IReadOnlyList<QuotaView> Quotas
)
{
    public static StandingsView Of(CycleInProcedure at, Evaluated evaluated)
    {
        var proposals = at.State.Proposals.ToDictionary(one => one.Subject, StringComparer.Ordinal);
        return new StandingsView(
            [
                .. evaluated.Standings.Select(one => new StandingView(
                    one.Subject,
                    one.Name,
                    one.Kind,
                    one.Area,
                    one.AreaName,
                    one.Total,
                    one.Rank,
                    one.Calculated,
                    one.CalculatedTier,
                    proposals.GetValueOrDefault(one.Subject),
                    one.Grade,
                    one.Tier
                )),
            ],
            [.. evaluated.Result.QuotaUses.Select(QuotaView.Of)]
        );
    }

    /// <summary>An area sees its own people alone.</summary>
    public StandingsView OnlyFor(string? area, IReadOnlyList<string> kinds) =>
        this with
        {
            Standings =
            [
                .. Standings.Where(one =>
                    one.Area == area && kinds.Contains(one.Kind, StringComparer.Ordinal)
                ),
            ],
            Quotas = [],
        };
}
