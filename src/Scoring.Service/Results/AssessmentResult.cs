using System.Text.Json;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Results;

/// <summary>
/// 考核结果: what a calculation gave, with the very facts that it was given. Written once; a later calculation is another
/// row, and the newest is the cycle's result.
/// </summary>
public sealed class AssessmentResult : ITownshipOwned, IWrittenOnce
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Which calculation of the cycle, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Why there is this result beside the one before.</summary>
    public ResultCause Cause { get; init; }

    public string SchemeVersion { get; init; } = "";

    public string Digest { get; init; } = "";

    public DateTimeOffset CalculatedAt { get; init; }

    public string CalculatedBy { get; init; } = "";

    /// <summary>The cycle's facts and registers as they were: when one has changed since, the result is outdated.</summary>
    public long FactsVersion { get; init; }

    public long RegisterVersion { get; init; }

    /// <summary><see cref="StoredLines"/> as JSON.</summary>
    public string LinesJson { get; init; } = "{}";

    /// <summary>The facts as the engine was given them, in the form of facts.json.</summary>
    public string FactsJson { get; init; } = "{}";

    public static AssessmentResult Of(
        Cycle cycle,
        CalculationRequest request,
        int number,
        EvaluationResult evaluated,
        FactSet given
    ) =>
        new()
        {
            // A calculation gives one result.
            Id = request.Id,
            Township = cycle.Township,
            Cycle = cycle.Id,
            Number = number,
            SchemeVersion = evaluated.Scheme.Version,
            Digest = evaluated.Digest,
            CalculatedAt = request.EndedAt ?? request.AskedAt,
            CalculatedBy = request.AskedBy,
            FactsVersion = cycle.FactsVersion,
            RegisterVersion = cycle.RegisterVersion,
            LinesJson = Lines(evaluated),
            FactsJson = FactSetJson.Write(given),
        };

    /// <summary>What the procedure puts in the place of a pinned result: with decisions in it, or with other facts.</summary>
    /// <param name="holdsAllOf">The cycle, where nothing that was recorded since is left out of the facts; else null.</param>
    public static AssessmentResult InPlaceOf(
        AssessmentResult pinned,
        ResultCause cause,
        Guid id,
        int number,
        string by,
        DateTimeOffset at,
        EvaluationResult evaluated,
        FactSet given,
        Cycle? holdsAllOf = null
    ) =>
        new()
        {
            Id = id,
            Township = pinned.Township,
            Cycle = pinned.Cycle,
            Number = number,
            Cause = cause,
            SchemeVersion = evaluated.Scheme.Version,
            Digest = evaluated.Digest,
            CalculatedAt = at,
            CalculatedBy = by,
            FactsVersion = holdsAllOf?.FactsVersion ?? pinned.FactsVersion,
            RegisterVersion = holdsAllOf?.RegisterVersion ?? pinned.RegisterVersion,
            LinesJson = Lines(evaluated),
            FactsJson = FactSetJson.Write(given),
        };

    private static string Lines(EvaluationResult evaluated) =>
        JsonSerializer.Serialize(
            new StoredLines(evaluated.Areas, evaluated.Staff, evaluated.Findings),
            EngineJson.Options
        );

    public StoredLines Lines() =>
        JsonSerializer.Deserialize<StoredLines>(LinesJson, EngineJson.Options)!;

    public FactSet Facts() => FactSetJson.Read(FactsJson);

    /// <summary>Whether something that the result rests on has changed since.</summary>
    public bool IsOutdated(Cycle cycle) =>
        FactsVersion != cycle.FactsVersion || RegisterVersion != cycle.RegisterVersion;
}

/// <summary>Why a cycle has another result.</summary>
public enum ResultCause
{
    /// <summary>计算: facts or registers had changed, or it was the first.</summary>
    Calculation,

    /// <summary>决定: the same facts with the decisions of the deciding body.</summary>
    Decision,

    /// <summary>异议: a fact was found wrong and put right.</summary>
    Objection,

    /// <summary>更正: the final result was found wrong.</summary>
    Correction,
}

/// <summary>The engine's results as they are stored.</summary>
public sealed record StoredLines(
    IReadOnlyList<AreaResult> Areas,
    IReadOnlyList<StaffResult> Staff,
    IReadOnlyList<Finding> Findings
);

/// <summary>计算说明 of one subject of a result. Written once, with the result.</summary>
public sealed class StoredExplanation : ITownshipOwned, IWrittenOnce
{
    public string Township { get; set; } = "";

    public Guid Result { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>The tree as JSON.</summary>
    public string Tree { get; init; } = "";

    public static IEnumerable<StoredExplanation> AllOf(
        AssessmentResult result,
        EvaluationResult evaluated
    ) =>
        evaluated
            .Areas.Select(area => area.Id)
            .Concat(evaluated.Staff.Select(person => person.Id))
            .Select(subject => new StoredExplanation
            {
                Township = result.Township,
                Result = result.Id,
                Subject = subject,
                Tree = JsonSerializer.Serialize(evaluated.Explain(subject), EngineJson.Options),
            });
}
