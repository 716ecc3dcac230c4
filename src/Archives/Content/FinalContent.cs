using Assessment.Engine.Decisions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Archives.Content;

/// <summary>
/// What becomes a final file. Names of those who were asked, residents' texts, answers, tickets' texts and pay bases have
/// no place in any of its types.
/// </summary>
public sealed record FinalContent
{
    public required string Township { get; init; }

    public required Guid Cycle { get; init; }

    public required string Title { get; init; }

    public required int Year { get; init; }

    /// <summary>The calculation: its id, its number in the cycle, and when it was.</summary>
    public required (Guid Id, int Number, DateTimeOffset At) Calculation { get; init; }

    /// <summary>Which final result of the cycle, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The final file that this one takes the place of.</summary>
    public (int Version, string ManifestSha256)? Replaces { get; init; }

    public string? Cause { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Of the same scheme and the same facts and decisions.</summary>
    public required EvaluationResult Result { get; init; }

    /// <summary>The scheme's file, word for word.</summary>
    public required string SchemeText { get; init; }

    /// <summary>Texts by the file names that the scheme uses.</summary>
    public required IReadOnlyDictionary<string, string> Questionnaires { get; init; }

    /// <summary>The document that the scheme puts into rules; null where it is not known.</summary>
    public string? SourceText { get; init; }

    public required FactSet Facts { get; init; }

    public required IReadOnlyList<ArchivedRegister> Registers { get; init; }

    /// <summary>In the order of writing.</summary>
    public required IReadOnlyList<ArchivedFact> Ledger { get; init; }

    /// <summary>In the order of writing.</summary>
    public required IReadOnlyList<ArchivedEvent> Events { get; init; }

    /// <summary>The cycle's records, as lines of an export.</summary>
    public required IReadOnlyList<string> AuditLines { get; init; }

    internal Scheme Scheme => Result.Scheme;

    internal IReadOnlyList<Decision> Decisions => Facts.Decisions;
}

/// <summary>A register of the cycle.</summary>
public sealed record ArchivedRegister(
    string Register,
    string Title,
    IReadOnlyList<ArchivedRow> Rows
);

/// <param name="State"><c>current</c>, <c>ended</c> or <c>withdrawn</c>.</param>
/// <param name="Values">By column.</param>
public sealed record ArchivedRow(
    string Key,
    string State,
    DateOnly? EndedOn,
    IReadOnlyDictionary<string, string> Values
);

/// <summary>
/// An entry of the ledger of facts: who reported what and when, and by which ids the evidence is found. What people wrote
/// with it stays in the ledger.
/// </summary>
/// <param name="Evidence">Ids alone: tickets' numbers, campaigns.</param>
/// <param name="Files">Ids of files.</param>
public sealed record ArchivedFact(
    long Id,
    string Subject,
    string Item,
    string? By,
    string? Period,
    decimal Value,
    decimal? Count,
    decimal? Eligible,
    string Source,
    string ReportedBy,
    DateTimeOffset ReportedAt,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<Guid> Files,
    long? Supersedes,
    bool Withdrawn
);

/// <summary>An entry of the ledger of events, without what people wrote with it.</summary>
/// <param name="Event">The number by which people know it.</param>
/// <param name="Stage">How far it had come by this entry: applied, checked, approved, refused or withdrawn.</param>
/// <param name="Risk">Number of the filed risk by which a share is waived; null where none is.</param>
/// <param name="Files">Ids of files.</param>
public sealed record ArchivedEvent(
    long Id,
    string Event,
    string Subject,
    string Rule,
    DateOnly Date,
    string ReportedBy,
    DateTimeOffset ReportedAt,
    IReadOnlyList<Guid> Files,
    long? Supersedes,
    string Stage,
    string? Risk
);
