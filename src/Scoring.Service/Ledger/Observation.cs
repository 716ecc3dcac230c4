using Assessment.Contracts;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Sheets;

namespace Assessment.Scoring.Ledger;

/// <summary>What distinguishes the facts of a cycle: the newest entry under a key holds.</summary>
public sealed record LedgerKey(string Subject, string Item, string? By, string? Period)
{
    /// <summary>As people are told of it.</summary>
    public override string ToString() =>
        string.Join(' ', new[] { Subject, Item, By, Period }.Where(part => part is not null));
}

/// <summary>One observation (事实) as somebody reports it.</summary>
/// <param name="Evidence">Ids and places that lead to the evidence.</param>
/// <param name="Reason">扣分说明, where a person gave one.</param>
public sealed record Observation(
    LedgerKey Key,
    decimal Value,
    decimal? Count,
    decimal? Eligible,
    IReadOnlyList<string> Evidence,
    string? Reason
)
{
    /// <summary>On whose sheet it stands, see <see cref="LedgerEntry.Sheet"/>.</summary>
    public string? Sheet { get; init; }

    public SheetKey? SheetKey => Sheet is null ? null : new(Sheet, Key.Period ?? "");

    /// <summary>佐证文件, by their ids; null where nothing is said of them, so that those there were stay.</summary>
    public IReadOnlyList<Guid>? Files { get; init; }

    /// <summary>Of what the value is the mean; null where it is none.</summary>
    public ReportedMean? Mean { get; init; }

    /// <summary>A number with as many decimals as the storage keeps, so that the same report again is the same fact.</summary>
    public static decimal Storable(decimal number) =>
        Math.Round(number, ServiceDb.DecimalScale, MidpointRounding.AwayFromZero);

    public static Observation Of(string subject, ReportedFact fact) =>
        new(
            new LedgerKey(subject, fact.Item, Named(fact.By), Named(fact.Period)),
            Storable(fact.Value),
            fact.Count is { } count ? Storable(count) : null,
            fact.Eligible is { } eligible ? Storable(eligible) : null,
            fact.Evidence,
            Reason: null
        )
        {
            Mean = fact.Mean is { } mean ? new(Storable(mean.Sum), Storable(mean.Count)) : null,
        };

    /// <summary>An empty name is none.</summary>
    private static string? Named(string? name) => string.IsNullOrEmpty(name) ? null : name;
}
