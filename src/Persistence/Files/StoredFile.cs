using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Persistence.Files;

/// <summary>What a file is kept for.</summary>
public enum FilePurpose
{
    /// <summary>佐证: what an entry rests on.</summary>
    Evidence,

    /// <summary>会议纪要: what was decided, and by whom.</summary>
    Minutes,
}

/// <summary>
/// A file (佐证、会议纪要) that somebody uploaded. The content is in the files' folder, sealed; the row is written after
/// it, so that no row is without its content. Once something rests on it, it stays as long as the cycle.
/// </summary>
public sealed class StoredFile : ITownshipOwned
{
    internal const int FileNameLength = 260;

    /// <summary>Of version 7; also the file's name on disk.</summary>
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public FilePurpose Purpose { get; init; }

    /// <summary>As the uploader's computer named it, without folders.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Found by the content, with the character set where it is text.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Of the plain content, in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Of the plain content, lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The key of this one file, wrapped by the key ring.</summary>
    public byte[] WrappedKey { get; init; } = [];

    public string UploadedBy { get; init; } = "";

    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>Since when something rests on it, so that it stays; null before.</summary>
    public DateTimeOffset? AttachedAt { get; set; }

    /// <summary>What of a file's name, as it was sent, can be kept: the part without folders.</summary>
    /// <returns>Null where nothing can: it is empty, too long, or has characters that no database stores.</returns>
    public static string? FileNameOf(string? sent) =>
        Path.GetFileName(sent) is { Length: > 0 and <= FileNameLength } name
        && !name.Any(char.IsControl)
            ? name
            : null;
}

/// <summary>What a file belongs to; one file may be the evidence of several entries.</summary>
public sealed class FileAttachment : ITownshipOwned, IWrittenOnce
{
    internal const int SubjectLength = 64;
    internal const int DepartmentLength = 64;

    public long Id { get; private set; }

    public string Township { get; set; } = "";

    public Guid File { get; init; }

    /// <summary>Of whom the entry is: an area or a member of staff.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The department (科室) in whose name it was entered; null for the township's administrator.</summary>
    public string? Department { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>The row that uploads of one township lock, so that together they do not pass its quota.</summary>
public sealed class FileQuotaLock : ITownshipOwned, Storage.ILockableRow
{
    public string Township { get; set; } = "";

    public long LockCount { get; private set; }
}
