using Assessment.Scoring.Areas;
using Assessment.Scoring.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class RegisteredStaffConfiguration : IEntityTypeConfiguration<RegisteredStaff>
{
    public void Configure(EntityTypeBuilder<RegisteredStaff> entity)
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
