using Assessment.Scoring.Calculation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class CalculationAnswerConfiguration : IEntityTypeConfiguration<CalculationAnswer>
{
    public void Configure(EntityTypeBuilder<CalculationAnswer> entity)
    {
        entity.ToTable("calculation_answers");
        entity.HasKey(answer => new
        {
            answer.Township,
            answer.Request,
            answer.Source,
        });
        entity.Property(answer => answer.Source).HasMaxLength(32);
        entity.Ignore(answer => answer.Versions);
    }
}
