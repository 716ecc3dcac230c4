using Assessment.Engine.Facts;
using Assessment.Scoring.Areas;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Staff;

/// <summary>工作人员 in the township's register. What they are paid is not known here.</summary>
public sealed class RegisteredStaff : ITownshipOwned
{
    public string Township { get; set; } = "";

    public string Id { get; init; } = "";

    public string Area { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>职务</summary>
    public string Post { get; private set; } = "";

    public bool? Presiding { get; private set; }

    public bool? OnSite { get; private set; }

    public string? Identity { get; private set; }

    public int? Months { get; private set; }

    public int? LeaveMonths { get; private set; }

    public bool? RetiredInYear { get; private set; }

    public string? PreviousGrade { get; private set; }

    /// <returns>Whether anything differed.</returns>
    public bool Take(StaffRow row)
    {
        var before = ToFact();
        Area = row.Area;
        Name = row.Name;
        Post = row.Post;
        Presiding = row.Presiding;
        OnSite = row.OnSite;
        Identity = row.Identity;
        Months = row.Months;
        LeaveMonths = row.LeaveMonths;
        RetiredInYear = row.RetiredInYear;
        PreviousGrade = row.PreviousGrade;
        return ToFact() != before;
    }

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
        };
}
