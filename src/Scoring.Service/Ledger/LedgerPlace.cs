namespace Assessment.Scoring.Ledger;

/// <summary>Where in a ledger something stands: what an import notes of the entries that it adds and supersedes.</summary>
public sealed record LedgerPlace(long Entry)
{
    public static LedgerPlace? Of(long? entry) => entry is { } id ? new LedgerPlace(id) : null;
}
