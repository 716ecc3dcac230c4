using System.Text.Json;
using Assessment.Engine.Facts;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Areas;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Ledger;

/// <summary>
/// 事实台账的一条: a fact with who, when and from what evidence. Entries are only added. A correction is a new entry that
/// names the one it supersedes; so is a withdrawal. What holds is what nothing supersedes and is no withdrawal; of what
/// departments report, that counts which was there when the sheet was signed last.
/// </summary>
public sealed class LedgerEntry : ITownshipOwned, IWrittenOnce
{
    public const int ItemLength = 128;
    public const int ByLength = 64;
    public const int PeriodLength = 32;
    public const int ReasonLength = 500;

    /// <summary>Grows in the order of writing.</summary>
    public long Id { get; private set; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Subject { get; init; } = "";

    public string Item { get; init; } = "";

    public string? By { get; init; }

    public string? Period { get; init; }

    /// <summary>
    /// Of a department's fact the department on whose sheet (科室评分表) of the period it stands: it counts once that is signed.
    /// Null of others, which count as soon as they are there.
    /// </summary>
    public string? Sheet { get; init; }

    public decimal Value { get; init; }

    /// <summary>Of what the value is the mean: the sum; null where it is no mean, together with the other.</summary>
    public decimal? MeanSum { get; init; }

    /// <summary>Of how many the value is the mean.</summary>
    public decimal? MeanCount { get; init; }

    public decimal? Count { get; init; }

    public decimal? Eligible { get; init; }

    public string EvidenceJson { get; init; } = "[]";

    /// <summary>佐证文件: ids of the files on which the entry rests.</summary>
    public List<Guid> Files { get; init; } = [];

    public string? Reason { get; init; }

    /// <summary><c>survey</c>, <c>hotline</c> or <c>department</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The source's version with which it came; null where the source has none.</summary>
    public long? SourceVersion { get; init; }

    public string ReportedBy { get; init; } = "";

    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>The entry that this one takes the place of.</summary>
    public long? Supersedes { get; init; }

    public bool Withdrawn { get; init; }

    /// <summary>
    /// The import that this entry undoes (撤销导入); null of other entries. A fact that was withdrawn so may come again as
    /// if it had never been there.
    /// </summary>
    public Guid? Undoes { get; init; }

    public LedgerKey Key => new(Subject, Item, By, Period);

    public IReadOnlyList<string> Evidence =>
        JsonSerializer.Deserialize<List<string>>(EvidenceJson)!;

    /// <summary>Whether the observation says something that this entry does not. A missing reason says nothing, nor do missing files.</summary>
    public bool DiffersFrom(Observation observed) =>
        !IsSameScore(observed)
        || (observed.Reason is not null && observed.Reason != Reason)
        || (observed.Files is not null && !Files.ToHashSet().SetEquals(observed.Files));

    /// <summary>Whether the numbers are the same, whatever the reason.</summary>
    public bool IsSameScore(Observation observed) =>
        Value == observed.Value
        && MeanSum == observed.Mean?.Sum
        && MeanCount == observed.Mean?.Count
        && Count == observed.Count
        && Eligible == observed.Eligible;

    /// <summary>As the engine sees it. The reason of a score is evidence, too.</summary>
    public Fact ToFact() =>
        new(Subject, Item, Exactly, By, Period, Normalization.Of(Count), Normalization.Of(Eligible))
        {
            Evidence = Reason is null ? Evidence : [.. Evidence, Reason],
            ReportedBy = ReportedBy,
            ReportedAt = ReportedAt,
        };

    /// <summary>The stored decimal of a mean may be cut off; its sum and count are not.</summary>
    private FactValue Exactly =>
        MeanSum is { } sum && MeanCount is { } count
            ? new MeanParts(Normalization.Of(sum), Normalization.Of(count))
            : Normalization.Of(Value);
}
