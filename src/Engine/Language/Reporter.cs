namespace Assessment.Engine.Language;

/// <summary>来源: who reports a fact; nobody else does.</summary>
/// <param name="Department">The department, where it is one that is named; else null.</param>
public sealed record Reporter(ReporterKind Kind, string? Department)
{
    /// <summary>The fact, measure or item of last year's final result that is carried over; null where the office enters it.</summary>
    public string? CarriedFrom { get; init; }
}

/// <summary>Who reports facts.</summary>
public enum ReporterKind
{
    /// <summary>测评: counted from answers.</summary>
    Campaign,

    /// <summary>热线: counted from tickets.</summary>
    Hotline,

    /// <summary>互评、评议等: counted from sheets of people who rate.</summary>
    Panel,

    /// <summary>台账: interviews, visits and the like, counted from what is registered.</summary>
    Register,

    /// <summary>One department that the scheme names.</summary>
    Department,

    /// <summary>The office (牵头办公室).</summary>
    Office,

    /// <summary>上年结转: last year's final result, or the office where there is none.</summary>
    CarriedOver,
}
