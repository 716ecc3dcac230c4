using Assessment.Scoring.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class EnteredCalendarConfiguration : IEntityTypeConfiguration<EnteredCalendar>
{
    public void Configure(EntityTypeBuilder<EnteredCalendar> entity)
    {
        entity.ToTable("entered_calendars");
        entity.Property(calendar => calendar.EnteredBy).HasMaxLength(128);
        entity.HasIndex(calendar => calendar.Year);
    }
}
