using System.Text.Json;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Procedures.Acts;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Procedures;

/// <summary>程序记录的一条: an act with who and when. Entries are only added.</summary>
public sealed class ProcedureEntry : ITownshipOwned, IWrittenOnce
{
    public long Id { get; private set; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>From 1 without gaps; two at once would have the same.</summary>
    public int Number { get; init; }

    public DateTimeOffset At { get; init; }

    public string By { get; init; } = "";

    public string ActJson { get; init; } = "";

    public Act Act => JsonSerializer.Deserialize<Act>(ActJson)!;

    public static ProcedureEntry Of(
        Guid cycle,
        ProcedureState before,
        Act act,
        string by,
        DateTimeOffset at
    ) =>
        new()
        {
            Cycle = cycle,
            Number = before.Count + 1,
            At = at,
            By = by,
            ActJson = JsonSerializer.Serialize(act),
        };
}
