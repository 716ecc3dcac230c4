using Assessment.Hotline.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Hotline.Storage.Configurations;

internal sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> entity)
    {
        entity.ToTable("tickets");
        entity.HasKey(ticket => new { ticket.Township, ticket.Number });
        entity.Property(ticket => ticket.Number).HasMaxLength(TicketColumns.NumberLength);
        entity.Property(ticket => ticket.Source).HasMaxLength(16);
        entity.Property(ticket => ticket.Kind).HasMaxLength(TicketColumns.ShortLength);
        entity.Property(ticket => ticket.Title).HasMaxLength(TicketColumns.ShortLength);
        entity.Property(ticket => ticket.Content).HasMaxLength(TicketColumns.ContentLength);
        entity.Property(ticket => ticket.Address).HasMaxLength(TicketColumns.ShortLength);
        entity.Property(ticket => ticket.NamedArea).HasMaxLength(TicketColumns.ShortLength);
        entity.Property(ticket => ticket.Area).HasMaxLength(64);
        entity.HasIndex(ticket => new { ticket.Township, ticket.ReceivedAt });
    }
}
