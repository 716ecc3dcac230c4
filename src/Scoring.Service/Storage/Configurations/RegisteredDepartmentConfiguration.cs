using Assessment.Scoring.Departments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class RegisteredDepartmentConfiguration
    : IEntityTypeConfiguration<RegisteredDepartment>
{
    public void Configure(EntityTypeBuilder<RegisteredDepartment> entity)
    {
        entity.ToTable("departments");
        entity.HasKey(department => new { department.Township, department.Name });
        entity
            .Property(department => department.Name)
            .HasMaxLength(RegisteredDepartment.NameLength);
        entity
            .Property(department => department.FullName)
            .HasMaxLength(RegisteredDepartment.TextLength);
        entity
            .Property(department => department.Contact)
            .HasMaxLength(RegisteredDepartment.TextLength);
    }
}
