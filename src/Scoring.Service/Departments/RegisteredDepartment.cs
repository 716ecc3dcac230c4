using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Departments;

/// <summary>
/// 科室, as the township describes it. Which departments there are follows from the adopted schemes; this only adds how
/// to name and reach them, so a township that never imports departments can still score.
/// </summary>
public sealed class RegisteredDepartment : ITownshipOwned
{
    public const int NameLength = 64;
    public const int TextLength = 200;

    public string Township { get; set; } = "";

    /// <summary>The name that schemes and score files use, for example 社建办.</summary>
    public string Name { get; init; } = "";

    /// <summary>全称, for example 社区建设办公室.</summary>
    public string? FullName { get; set; }

    /// <summary>联系人</summary>
    public string? Contact { get; set; }
}
