using System.Text.Json;
using Assessment.Imports.Undoing;

namespace Assessment.Scoring.Ledger;

/// <summary>Who reports facts to the ledger, when, and with which version.</summary>
public sealed record Reporter(
    Guid Cycle,
    string Source,
    string By,
    DateTimeOffset At,
    long? Version = null
);

/// <summary>Decides which entries a report adds to the ledger. Pure: what holds and what is reported are given.</summary>
public static class LedgerChanges
{
    /// <summary>Adds what is new or differs; what is not named is left as it is.</summary>
    /// <param name="newest">The newest entry of each fact that there was, withdrawals included.</param>
    public static List<LedgerEntry> Additions(
        Reporter reporter,
        IReadOnlyDictionary<LedgerKey, LedgerEntry> newest,
        IEnumerable<Observation> observed
    )
    {
        var added = new List<LedgerEntry>();
        foreach (var one in Newest(observed))
        {
            var before = newest.GetValueOrDefault(one.Key);
            if (before is null || before.Withdrawn || before.DiffersFrom(one))
            {
                added.Add(Entry(reporter, one, before));
            }
        }

        return added;
    }

    /// <summary>
    /// The report says all that the source knows: adds what is new, differs or rests on other evidence, and withdraws
    /// what is missing.
    /// </summary>
    public static List<LedgerEntry> Replacements(
        Reporter reporter,
        IReadOnlyCollection<LedgerEntry> holding,
        IEnumerable<Observation> observed
    )
    {
        var newest = Newest(observed);
        var reported = newest.Select(one => one.Key).ToHashSet();
        var known = holding.ToDictionary(entry => entry.Key);
        return
        [
            .. newest
                .Where(one =>
                    !known.TryGetValue(one.Key, out var before)
                    || before.DiffersFrom(one)
                    || !before.Evidence.SequenceEqual(one.Evidence, StringComparer.Ordinal)
                )
                .Select(one => Entry(reporter, one, known.GetValueOrDefault(one.Key))),
            .. holding
                .Where(entry => !reported.Contains(entry.Key))
                .Select(entry => Withdrawal(reporter, entry)),
        ];
    }

    /// <summary>A later row of the same report corrects an earlier one, as it would in a later report.</summary>
    private static List<Observation> Newest(IEnumerable<Observation> observed) =>
        [.. observed.GroupBy(one => one.Key).Select(group => group.Last())];

    private static LedgerEntry Entry(
        Reporter reporter,
        Observation observed,
        LedgerEntry? before
    ) =>
        new()
        {
            Cycle = reporter.Cycle,
            Subject = observed.Key.Subject,
            Item = observed.Key.Item,
            By = observed.Key.By,
            Period = observed.Key.Period,
            Sheet = observed.Sheet,
            Value = observed.Value,
            MeanSum = observed.Mean?.Sum,
            MeanCount = observed.Mean?.Count,
            Count = observed.Count,
            Eligible = observed.Eligible,
            EvidenceJson = JsonSerializer.Serialize(observed.Evidence),
            Files = [.. observed.Files ?? (before is { Withdrawn: false } ? before.Files : [])],
            Reason = observed.Reason,
            Source = reporter.Source,
            SourceVersion = reporter.Version,
            ReportedBy = reporter.By,
            ReportedAt = reporter.At,
            Supersedes = before?.Id,
        };

    /// <summary>What takes an imported entry's place when its import is undone: what held before, or a withdrawal.</summary>
    /// <param name="before">What the entry superseded; null where it was the first.</param>
    public static LedgerEntry Restoration(
        Reporter reporter,
        LedgerEntry entry,
        LedgerEntry? before,
        ImportUndo undo
    )
    {
        var values = before ?? entry;
        return new LedgerEntry
        {
            Cycle = reporter.Cycle,
            Subject = values.Subject,
            Item = values.Item,
            By = values.By,
            Period = values.Period,
            Sheet = values.Sheet,
            Value = values.Value,
            MeanSum = values.MeanSum,
            MeanCount = values.MeanCount,
            Count = values.Count,
            Eligible = values.Eligible,
            EvidenceJson = values.EvidenceJson,
            Reason = undo.RecordAfter(before?.Reason, LedgerEntry.ReasonLength),
            Source = reporter.Source,
            SourceVersion = reporter.Version,
            ReportedBy = reporter.By,
            ReportedAt = reporter.At,
            Supersedes = entry.Id,
            Withdrawn = before?.Withdrawn ?? true,
            Undoes = before is { Withdrawn: true } ? before.Undoes : undo.Job.Id,
        };
    }

    /// <param name="reason">Why, where a person withdraws it.</param>
    public static LedgerEntry Withdrawal(
        Reporter reporter,
        LedgerEntry entry,
        string? reason = null
    ) =>
        new()
        {
            Cycle = reporter.Cycle,
            Subject = entry.Subject,
            Item = entry.Item,
            By = entry.By,
            Period = entry.Period,
            Sheet = entry.Sheet,
            Value = entry.Value,
            MeanSum = entry.MeanSum,
            MeanCount = entry.MeanCount,
            Count = entry.Count,
            Eligible = entry.Eligible,
            EvidenceJson = entry.EvidenceJson,
            Files = [.. entry.Files],
            Reason = reason ?? entry.Reason,
            Source = reporter.Source,
            SourceVersion = reporter.Version,
            ReportedBy = reporter.By,
            ReportedAt = reporter.At,
            Supersedes = entry.Id,
            Withdrawn = true,
        };
}
