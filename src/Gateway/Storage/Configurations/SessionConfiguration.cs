using Assessment.Gateway.Accounts;
using Assessment.Gateway.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Address).HasMaxLength(AccountRows.AddressLength);
        session.Property(s => s.Browser).HasMaxLength(120);
        session.BelongsToAccount(nameof(Session.Account));
    }
}
