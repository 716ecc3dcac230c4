using System.Text.Json;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Calculation;

/// <summary>计算请求的状态</summary>
public enum CalculationStatus
{
    /// <summary>Sources or imports have not finished yet.</summary>
    Waiting,

    /// <summary>There are results.</summary>
    Done,

    /// <summary>The facts could not be evaluated; the problems say why.</summary>
    Failed,

    /// <summary>Another request was made before this one had ended.</summary>
    Superseded,

    /// <summary>The cycle was cancelled before this one had ended.</summary>
    Cancelled,
}

/// <summary>Somebody asked for results. The newest request of a cycle is the one that counts.</summary>
public sealed class CalculationRequest : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public CalculationStatus Status { get; set; }

    public DateTimeOffset AskedAt { get; init; }

    public string AskedBy { get; init; } = "";

    public DateTimeOffset? EndedAt { get; set; }

    public string ProblemsJson { get; set; } = "[]";

    public IReadOnlyList<Problem> Problems =>
        JsonSerializer.Deserialize<List<Problem>>(ProblemsJson)!;
}

/// <summary>The newest answer of a source to a request.</summary>
public sealed class CalculationAnswer : ITownshipOwned
{
    public string Township { get; set; } = "";

    public Guid Request { get; init; }

    public string Source { get; init; } = "";

    public long Sequence { get; set; }

    public int PendingImports { get; set; }

    /// <summary>The newest version of each subject, as JSON.</summary>
    public string VersionsJson { get; set; } = "{}";

    public IReadOnlyDictionary<string, long> Versions =>
        JsonSerializer.Deserialize<Dictionary<string, long>>(VersionsJson)!;
}
