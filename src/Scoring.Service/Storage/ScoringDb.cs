using Assessment.Imports;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Storage;

/// <summary>Scoring's database. Ledgers, adopted schemes and results are written once: a change or deletion is a fault of the program.</summary>
public class ScoringDb : ServiceDb
{
    private static readonly HashSet<Type> WrittenOnce =
    [
        typeof(LedgerEntry),
        typeof(EventEntry),
        typeof(RegisterChange),
        typeof(AdoptedScheme),
        typeof(AssessmentResult),
        typeof(StoredExplanation),
    ];

    public ScoringDb(DbContextOptions<ScoringDb> options, TownshipScope township)
        : base(options, township) { }

    protected ScoringDb(DbContextOptions options, TownshipScope township)
        : base(options, township) { }

    public DbSet<RegisterRow> RegisterRows => Set<RegisterRow>();

    public DbSet<RegisterChange> RegisterChanges => Set<RegisterChange>();

    public DbSet<RegisterVersion> RegisterVersion => Set<RegisterVersion>();

    public DbSet<AdoptedScheme> Schemes => Set<AdoptedScheme>();

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<SourceReport> SourceReports => Set<SourceReport>();

    public DbSet<EventEntry> Events => Set<EventEntry>();

    public DbSet<CalculationRequest> Calculations => Set<CalculationRequest>();

    public DbSet<CalculationAnswer> CalculationAnswers => Set<CalculationAnswer>();

    public DbSet<AssessmentResult> Results => Set<AssessmentResult>();

    public DbSet<StoredExplanation> Explanations => Set<StoredExplanation>();

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        GuardWrittenOnce();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        GuardWrittenOnce();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureModel(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(ScoringDb).Assembly);
        model.AddImports();
    }

    private void GuardWrittenOnce()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (
                entry.State is EntityState.Modified or EntityState.Deleted
                && WrittenOnce.Contains(entry.Metadata.ClrType)
            )
            {
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ShortName()} is written once and never changed."
                );
            }
        }
    }
}

/// <summary>The same model with the migrations for SQL Server.</summary>
public sealed class SqlServerScoringDb(
    DbContextOptions<SqlServerScoringDb> options,
    TownshipScope township
) : ScoringDb(options, township);
