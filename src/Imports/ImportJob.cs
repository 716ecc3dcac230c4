using System.Text.Json;
using Assessment.Imports.Heads;
using Assessment.Persistence.Files;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Imports;

/// <summary>导入任务的状态</summary>
public enum ImportStatus
{
    /// <summary>Stored, not begun.</summary>
    Queued,

    /// <summary>Being read. After a crash it begins again: nothing of it has taken effect before it is completed.</summary>
    Running,

    /// <summary>All rows have taken effect or are listed as problems.</summary>
    Completed,

    /// <summary>The file could not be used at all; nothing of it has taken effect.</summary>
    Refused,
}

/// <summary>
/// An uploaded file and what became of it (导入). The file is stored before the upload is answered, so that nothing is
/// lost afterwards; the same content again is the same job.
/// </summary>
public sealed class ImportJob : ITownshipOwned
{
    internal const int FileNameLength = 260;

    /// <summary>How many problems are kept with their places; all are counted.</summary>
    public const int KeptProblems = 200;

    internal const int CycleTitleLength = 200;
    internal const int ReasonLength = 200;
    internal const int UndoReasonLength = 200;

    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public string Kind { get; init; } = "";

    /// <summary>The cycle the rows are for; empty for kinds that belong to the township.</summary>
    public Guid Cycle { get; init; }

    /// <summary>What people call the cycle; null for kinds that belong to the township.</summary>
    public string? CycleTitle { get; set; }

    public string FileName { get; init; } = "";

    /// <inheritdoc cref="StoredFile.FileNameOf"/>
    public static string? FileNameOf(string sent) => StoredFile.FileNameOf(sent);

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The file; emptied when the job has ended, since sources may hold answers and names.</summary>
    public byte[] Content { get; set; } = [];

    public string UploadedBy { get; set; } = "";

    /// <summary>What the uploader's account is limited to, see <see cref="IImport.LimitsOf"/>; null where it is not.</summary>
    public List<string>? UploaderLimits { get; set; }

    /// <summary>Why it is brought, in the uploader's words, where the kind asks (<see cref="IImport.ReasonTitle"/>); else null.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset UploadedAt { get; init; }

    public ImportStatus Status { get; set; }

    /// <summary>Until when a worker has the job; a later time than now means that it is alive.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public int Rows { get; set; }

    public int Processed { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public string CountsJson { get; set; } = "{}";

    public string ProblemsJson { get; set; } = "[]";

    public int ProblemCount { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    public string UnusedHeadsJson { get; set; } = "[]";

    /// <summary>How often the same content was imported and undone before: undone, it may be imported anew.</summary>
    public int UndoneBefore { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }

    public string? UndoReason { get; set; }

    public bool Ended => Status is ImportStatus.Completed or ImportStatus.Refused;

    public IReadOnlyDictionary<string, int> Counts =>
        JsonSerializer.Deserialize<Dictionary<string, int>>(CountsJson)!;

    public IReadOnlyList<Problem> Problems =>
        JsonSerializer.Deserialize<List<Problem>>(ProblemsJson)!;

    public IReadOnlyList<UnusedHead> UnusedHeads =>
        JsonSerializer.Deserialize<List<UnusedHead>>(UnusedHeadsJson)!;
}
