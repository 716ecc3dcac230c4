using System.Security.Cryptography;
using Assessment.Survey.Campaigns;
using Assessment.Survey.HouseholdLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.Storage.Configurations;

internal sealed class HouseholdLinkConfiguration : IEntityTypeConfiguration<HouseholdLink>
{
    public void Configure(EntityTypeBuilder<HouseholdLink> entity)
    {
        entity.ToTable("links");
        entity.HasKey(link => link.TokenHash);
        entity.Property(link => link.TokenHash).HasMaxLength(SHA256.HashSizeInBytes);
        entity.Property(link => link.Area).HasMaxLength(64);
        // A household has one link that works: asking again replaces it.
        entity.HasIndex(link => new { link.Campaign, link.Household }).IsUnique();
    }
}
