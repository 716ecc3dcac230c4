using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class CalculationRequestConfiguration : IEntityTypeConfiguration<CalculationRequest>
{
    public void Configure(EntityTypeBuilder<CalculationRequest> entity)
    {
        entity.ToTable("calculation_requests");
        entity.Property(request => request.AskedBy).HasMaxLength(128);
        entity.Ignore(request => request.Problems);
        entity.HasIndex(request => new
        {
            request.Township,
            request.Cycle,
            request.AskedAt,
        });
    }
}
