using Assessment.Scoring.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class PostedNoticeConfiguration : IEntityTypeConfiguration<PostedNotice>
{
    public void Configure(EntityTypeBuilder<PostedNotice> entity)
    {
        entity.ToTable("notices");
        entity.Property(notice => notice.Id).ValueGeneratedNever();
        entity.Property(notice => notice.SignedBy).HasMaxLength(PostedNotice.SignatureLength);
        entity.HasIndex(notice => new { notice.Township, notice.Cycle });
    }
}
