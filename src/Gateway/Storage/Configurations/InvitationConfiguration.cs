using Assessment.Gateway.Accounts;
using Assessment.Gateway.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.TokenDigest).HasMaxLength(AccountRows.DigestLength);
        invitation.HasIndex(i => i.TokenDigest).IsUnique();
        invitation.BelongsToAccount(nameof(Invitation.Account));
    }
}
