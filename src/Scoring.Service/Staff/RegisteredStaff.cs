using Assessment.Engine;
using Assessment.Scoring.Areas;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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

    internal static void Configure(EntityTypeBuilder<RegisteredStaff> entity)
    {
        entity.ToTable("staff");
        entity.HasKey(person => new { person.Township, person.Id });
        entity.Property(person => person.Id).HasMaxLength(RegisteredArea.IdLength);
        entity.Property(person => person.Area).HasMaxLength(RegisteredArea.IdLength);
        entity.Property(person => person.Name).HasMaxLength(AreaRow.NameLength);
        entity.Property(person => person.Post).HasMaxLength(StaffRow.WordLength);
        entity.Property(person => person.Identity).HasMaxLength(StaffRow.WordLength);
        entity.Property(person => person.PreviousGrade).HasMaxLength(StaffRow.WordLength);
    }
}
