using Assessment.Hotline.Attribution;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.ExclusionReview;
using Assessment.Hotline.Rates;
using Assessment.Hotline.SourceAnswers;
using Assessment.Hotline.Tickets;
using Assessment.Hotline.Townships;
using Assessment.ServiceDefaults.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Storage;

/// <summary>The hotline's database.</summary>
public class HotlineDb : ServiceDb
{
    public HotlineDb(DbContextOptions<HotlineDb> options, TownshipScope township)
        : base(options, township) { }

    protected HotlineDb(DbContextOptions options, TownshipScope township)
        : base(options, township) { }

    public DbSet<HotlineTownship> Townships => Set<HotlineTownship>();

    public DbSet<HotlineCycle> Cycles => Set<HotlineCycle>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<AttributionStep> AttributionSteps => Set<AttributionStep>();

    public DbSet<ExclusionStep> ExclusionSteps => Set<ExclusionStep>();

    public DbSet<AreaReport> AreaReports => Set<AreaReport>();

    public DbSet<SourceRequest> SourceRequests => Set<SourceRequest>();

    protected override void ConfigureModel(ModelBuilder model)
    {
        model.Entity<HotlineTownship>(entity =>
        {
            entity.ToTable("townships");
            entity.HasKey(township => township.Township);
        });
        model.Entity<HotlineCycle>(entity =>
        {
            entity.ToTable("cycles");
            entity.HasKey(cycle => new { cycle.Township, cycle.Id });
            entity.Property(cycle => cycle.Title).HasMaxLength(200);
            entity.Property(cycle => cycle.Item).HasMaxLength(64);
        });
        model.Entity<Ticket>(entity =>
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
        });
        model.Entity<AttributionStep>(entity =>
        {
            entity.ToTable("attribution_steps");
            entity.Property(step => step.Number).HasMaxLength(TicketColumns.NumberLength);
            entity.Property(step => step.Area).HasMaxLength(64);
            entity.Property(step => step.By).HasMaxLength(128);
            entity.HasIndex(step => new { step.Township, step.Number });
        });
        model.Entity<ExclusionStep>(entity =>
        {
            entity.ToTable("exclusion_steps");
            entity.Property(step => step.Number).HasMaxLength(TicketColumns.NumberLength);
            entity.Property(step => step.Note).HasMaxLength(500);
            entity.Property(step => step.By).HasMaxLength(128);
            entity.HasIndex(step => new { step.Township, step.Number });
        });
        model.Entity<AreaReport>(entity =>
        {
            entity.ToTable("area_reports");
            entity.HasKey(report => new
            {
                report.Township,
                report.Cycle,
                report.Area,
            });
            entity.Property(report => report.Area).HasMaxLength(64);
        });
        model.Entity<SourceRequest>(entity =>
        {
            entity.ToTable("source_requests");
            entity.HasIndex(request => new { request.Township, request.Settled });
        });
    }
}

/// <summary>The same model with the migrations for SQL Server.</summary>
public sealed class SqlServerHotlineDb(
    DbContextOptions<SqlServerHotlineDb> options,
    TownshipScope township
) : HotlineDb(options, township);
