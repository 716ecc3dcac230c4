using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.FactSources;

/// <summary>The tables that a source needs for the protocol, in its own database.</summary>
public static class FactSourceModel
{
    extension(ServiceDb db)
    {
        public DbSet<RegisterCopy> RegisterCopies => db.Set<RegisterCopy>();

        public DbSet<SubjectReport> SubjectReports => db.Set<SubjectReport>();

        public DbSet<SourceQuestion> SourceQuestions => db.Set<SourceQuestion>();
    }

    public static void AddFactSource(this ModelBuilder model)
    {
        model.ApplyConfiguration(new RegisterCopyConfiguration());
        model.ApplyConfiguration(new SubjectReportConfiguration());
        model.ApplyConfiguration(new SourceQuestionConfiguration());
    }
}

internal sealed class RegisterCopyConfiguration : IEntityTypeConfiguration<RegisterCopy>
{
    public void Configure(EntityTypeBuilder<RegisterCopy> entity)
    {
        entity.ToTable("register_copies");
        entity.HasKey(register => register.Township);
    }
}

internal sealed class SubjectReportConfiguration : IEntityTypeConfiguration<SubjectReport>
{
    private const int IdLength = 64;

    public void Configure(EntityTypeBuilder<SubjectReport> entity)
    {
        entity.ToTable("subject_reports");
        entity.HasKey(report => new
        {
            report.Township,
            report.Cycle,
            report.Subject,
        });
        entity.Property(report => report.Subject).HasMaxLength(IdLength);
        entity.HasIndex(report => report.IsOutdated);
    }
}

internal sealed class SourceQuestionConfiguration : IEntityTypeConfiguration<SourceQuestion>
{
    public void Configure(EntityTypeBuilder<SourceQuestion> entity)
    {
        entity.ToTable("source_questions");
        entity.Property(question => question.Id).ValueGeneratedNever();
        entity.HasIndex(question => new { question.Cycle, question.IsSettled });
    }
}
