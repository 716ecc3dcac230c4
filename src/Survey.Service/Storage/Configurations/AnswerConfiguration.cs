using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.Storage.Configurations;

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> entity)
    {
        entity.ToTable("answers");
        entity.HasKey(answer => new { answer.Campaign, answer.Slot });
        entity.Property(answer => answer.Area).HasMaxLength(64);
        entity.Property(answer => answer.Scores).HasMaxLength(1000);
        entity.HasIndex(answer => new { answer.Campaign, answer.Area });
    }
}
