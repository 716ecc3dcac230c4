using Assessment.Payout.ImportBases;
using Assessment.Payout.Sheets;
using Assessment.ServiceDefaults.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Storage;

/// <summary>The payout's database.</summary>
public class PayoutDb : ServiceDb
{
    private const int MoneyPrecision = 18;
    private const int FenDecimals = 2;

    public PayoutDb(DbContextOptions<PayoutDb> options, TownshipScope township)
        : base(options, township) { }

    protected PayoutDb(DbContextOptions options, TownshipScope township)
        : base(options, township) { }

    public DbSet<PayoutTownship> Townships => Set<PayoutTownship>();

    public DbSet<PayBase> Bases => Set<PayBase>();

    public DbSet<PayoutSheet> Sheets => Set<PayoutSheet>();

    public DbSet<SheetLine> Lines => Set<SheetLine>();

    protected override void ConfigureModel(ModelBuilder model)
    {
        model.Entity<PayoutTownship>(entity =>
        {
            entity.ToTable("townships");
            entity.HasKey(township => township.Township);
        });
        model.Entity<PayBase>(entity =>
        {
            entity.ToTable("pay_bases");
            entity.HasKey(row => new { row.Township, row.Person });
            entity.Property(row => row.Person).HasMaxLength(64);
            entity.Property(row => row.Base).HasPrecision(MoneyPrecision, FenDecimals);
        });
        model.Entity<PayoutSheet>(entity =>
        {
            entity.ToTable("sheets");
            entity.Property(sheet => sheet.Scheme).HasMaxLength(64);
            entity.Property(sheet => sheet.Title).HasMaxLength(200);
            entity.Property(sheet => sheet.Digest).HasMaxLength(128);
            // Whatever else goes wrong, a cycle has one sheet of each number, and so one newest sheet.
            entity
                .HasIndex(sheet => new
                {
                    sheet.Township,
                    sheet.Cycle,
                    sheet.Number,
                })
                .IsUnique();
            entity.HasMany(sheet => sheet.Lines).WithOne().HasForeignKey(line => line.Sheet);
        });
        model.Entity<SheetLine>(entity =>
        {
            entity.ToTable("sheet_lines");
            // Nobody stands twice on one sheet.
            entity.HasKey(line => new { line.Sheet, line.Person });
            entity.Property(line => line.Person).HasMaxLength(64);
            entity.Property(line => line.Reference).HasMaxLength(128);
            entity.Property(line => line.Name).HasMaxLength(200);
            entity.Property(line => line.Area).HasMaxLength(64);
            entity.Property(line => line.AreaName).HasMaxLength(200);
            entity.Property(line => line.Post).HasMaxLength(64);
            entity.Property(line => line.PostTitle).HasMaxLength(200);
            entity.Property(line => line.RoleTitle).HasMaxLength(200);
            entity.Property(line => line.Tier).HasMaxLength(64);
            entity.Property(line => line.Amount).HasPrecision(MoneyPrecision, FenDecimals);
        });
    }
}

/// <summary>The same model with the migrations for SQL Server.</summary>
public sealed class SqlServerPayoutDb(
    DbContextOptions<SqlServerPayoutDb> options,
    TownshipScope township
) : PayoutDb(options, township);
