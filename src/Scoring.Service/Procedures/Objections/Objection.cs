using Assessment.Persistence.Storage;
using Assessment.Scoring.Procedures.Acts;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Procedures.Objections;

/// <summary>Who objects.</summary>
public enum Objector
{
    /// <summary>居民区，由本居民区账号提出.</summary>
    Area,

    /// <summary>工作人员，由本人账号提出.</summary>
    Person,

    /// <summary>居民，在公示页面提出.</summary>
    Resident,

    /// <summary>由考核办公室代为登记.</summary>
    Office,
}

/// <summary>异议: what somebody objects to, in the own words. Written once; what became of it, the acts say.</summary>
public sealed class Objection : ITownshipOwned, IWrittenOnce
{
    public const int TextLength = 2000;
    public const int NameLength = 64;
    public const int ContactLength = 128;
    public const int ItemLength = 128;

    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Within the cycle, from 1.</summary>
    public int Number { get; init; }

    public ObjectionMatter Matter { get; init; }

    /// <summary>Area or person whom it is about.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The item of the score, or the number of the event; null where it is about neither.</summary>
    public string? Item { get; init; }

    public string Text { get; init; } = "";

    /// <summary>佐证文件, by their ids.</summary>
    public List<Guid> Files { get; init; } = [];

    public Objector Objector { get; init; }

    /// <summary>User name of who entered it; null where a resident did without an account.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>As the objector gave it; null where none was given.</summary>
    public string? Name { get; init; }

    /// <summary>联系方式; null where none was given.</summary>
    public string? Contact { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>SHA-256 of the receipt's code, by which a resident without an account asks what became of it.</summary>
    public byte[]? CodeHash { get; init; }
}
