using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.FinalFiles;

/// <summary>
/// 最终结果文件 of a cycle, as it was signed. Written once; a correction is another one, and the newest holds.
/// </summary>
public sealed class FinalFile : ITownshipOwned, IWrittenOnce
{
    public const int HashLength = 64;
    public const int CauseLength = 500;

    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>The result that it holds.</summary>
    public Guid Result { get; init; }

    /// <summary>From 1, in the cycle.</summary>
    public int Version { get; init; }

    /// <summary>By which the next one names it; lower-case hex.</summary>
    public string ManifestSha256 { get; init; } = "";

    /// <summary>Of the key that signed it.</summary>
    public string KeyFingerprint { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The ZIP file, byte by byte.</summary>
    public byte[] Content { get; init; } = [];
}
