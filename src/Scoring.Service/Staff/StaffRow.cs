using System.Text.Json.Serialization;
using Assessment.Engine.Facts;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Staff;

/// <summary>
/// 工作人员 in a register. Which posts (职务) there are, and for what they count, is the scheme's to say; what they are
/// paid is not known here.
/// </summary>
/// <param name="Months">在岗月数; null where the postings tell, or nobody does.</param>
public sealed record StaffRow(
    string Id,
    string Area,
    string Name,
    string Post,
    bool? Presiding = null,
    bool? OnSite = null,
    string? Identity = null,
    int? Months = null,
    int? LeaveMonths = null,
    bool? RetiredInYear = null,
    string? PreviousGrade = null
)
{
    /// <summary>附加项; null where there are none.</summary>
    [JsonExtensionData]
    public DeclaredValues? Declared { get; init; }

    public StaffMember ToFact() =>
        new(Id, Area, Name, Post)
        {
            Presiding = Presiding,
            OnSite = OnSite,
            Identity = Identity,
            Months = Months,
            LeaveMonths = LeaveMonths,
            RetiredInYear = RetiredInYear,
            PreviousGrade = PreviousGrade,
            Attributes = Declared.ToFacts(),
        };
}
