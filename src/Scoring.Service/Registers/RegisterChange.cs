using System.Text.Encodings.Web;
using System.Text.Json;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Registers;

/// <summary>What was done to a row of a register.</summary>
public enum RegisterChangeKind
{
    Created,
    Changed,
    Ended,
    Withdrawn,
    Reinstated,

    /// <summary>从街镇名册或上年最终结果结转</summary>
    TakenOver,

    /// <summary>撤销导入</summary>
    Undone,
}

/// <summary>Who changes a register, from when it holds, and why.</summary>
/// <param name="Date">From which day it holds; of an end the last day.</param>
/// <param name="Import">The import that brought it; null where a person entered it.</param>
internal sealed record RegisterEdit(
    DateOnly Date,
    string? Reason,
    string By,
    DateTimeOffset At,
    Guid? Import = null
);

/// <summary>What a row said at one time.</summary>
internal sealed record RowSnapshot(string Content, RowState State, DateOnly? EndedOn)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static RowSnapshot Of(string json) =>
        JsonSerializer.Deserialize<RowSnapshot>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>名册变动: one change of one row. Written once, in the transaction of the change.</summary>
public sealed class RegisterChange : ITownshipOwned, IWrittenOnce
{
    public Guid Id { get; private init; }

    public string Township { get; set; } = "";

    public Guid Row { get; private init; }

    public string Register { get; private init; } = "";

    public Guid Cycle { get; private init; }

    public string Key { get; private init; } = "";

    /// <summary>The row's version after it.</summary>
    public long Version { get; private init; }

    public RegisterChangeKind Kind { get; private init; }

    public DateOnly Date { get; private init; }

    public string? Reason { get; private init; }

    public string By { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public Guid? Import { get; private init; }

    /// <summary>What the row said before; null where it was not there.</summary>
    public string? BeforeJson { get; private init; }

    public string AfterJson { get; private init; } = "{}";

    internal RowSnapshot? Before => BeforeJson is null ? null : RowSnapshot.Of(BeforeJson);

    internal RowSnapshot After => RowSnapshot.Of(AfterJson);

    internal static RegisterChange Of(
        RegisterRow row,
        RegisterChangeKind kind,
        RegisterEdit edit,
        RowSnapshot? before
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(edit.At),
            Row = row.Id,
            Register = row.Register,
            Cycle = row.Cycle,
            Key = row.Key,
            Version = row.Version,
            Kind = kind,
            Date = edit.Date,
            Reason = edit.Reason,
            By = edit.By,
            At = edit.At,
            Import = edit.Import,
            BeforeJson = before is null ? null : before.ToJson(),
            AfterJson = row.Snapshot().ToJson(),
        };
}
