using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class StoredExplanationConfiguration : IEntityTypeConfiguration<StoredExplanation>
{
    public void Configure(EntityTypeBuilder<StoredExplanation> entity)
    {
        entity.ToTable("explanations");
        entity.HasKey(explanation => new
        {
            explanation.Township,
            explanation.Result,
            explanation.Subject,
        });
        entity.Property(explanation => explanation.Subject).HasMaxLength(Register.IdLength);
    }
}
