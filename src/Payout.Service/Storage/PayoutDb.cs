using Assessment.Imports;
using Assessment.Payout.Bases;
using Assessment.Payout.Sheets;
using Assessment.Payout.Townships;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Storage;

/// <summary>The payout's database.</summary>
public class PayoutDb : ServiceDb
{
    /// <summary>Total digits and decimals of stored amounts: yuan, exact to the fen.</summary>
    internal const int MoneyPrecision = 18;

    /// <inheritdoc cref="MoneyPrecision"/>
    internal const int FenDecimals = 2;

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
        model.ApplyConfigurationsFromAssembly(typeof(PayoutDb).Assembly);
        model.AddImports();
    }
}

/// <summary>The same model with the migrations for SQL Server.</summary>
public sealed class SqlServerPayoutDb(
    DbContextOptions<SqlServerPayoutDb> options,
    TownshipScope township
) : PayoutDb(options, township);
