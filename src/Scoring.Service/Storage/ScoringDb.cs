using Assessment.Imports;
using Assessment.Persistence.Files;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Adjustments;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Calendars;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.FinalFiles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Notices;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Objections;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Assessment.Scoring.Risks;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Sheets;
using Assessment.Scoring.Signing;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Storage;

/// <summary>Scoring's database. Ledgers, adopted schemes and results are written once.</summary>
public class ScoringDb : ServiceDb
{
    public ScoringDb(DbContextOptions<ScoringDb> options, TownshipScope township)
        : base(options, township) { }

    protected ScoringDb(DbContextOptions options, TownshipScope township)
        : base(options, township) { }

    public DbSet<RegisterRow> RegisterRows => Set<RegisterRow>();

    public DbSet<RegisterChange> RegisterChanges => Set<RegisterChange>();

    public DbSet<RegisterVersion> RegisterVersion => Set<RegisterVersion>();

    public DbSet<AdoptedScheme> Schemes => Set<AdoptedScheme>();

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<ClosedCampaign> ClosedCampaigns => Set<ClosedCampaign>();

    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<DepartmentSheet> Sheets => Set<DepartmentSheet>();

    public DbSet<SheetAct> SheetActs => Set<SheetAct>();

    public DbSet<SheetDue> SheetDues => Set<SheetDue>();

    public DbSet<SourceReport> SourceReports => Set<SourceReport>();

    public DbSet<EventEntry> Events => Set<EventEntry>();

    public DbSet<RiskEntry> Risks => Set<RiskEntry>();

    public DbSet<CalculationRequest> Calculations => Set<CalculationRequest>();

    public DbSet<CalculationAnswer> CalculationAnswers => Set<CalculationAnswer>();

    public DbSet<AssessmentResult> Results => Set<AssessmentResult>();

    public DbSet<StoredExplanation> Explanations => Set<StoredExplanation>();

    public DbSet<ProcedureEntry> ProcedureActs => Set<ProcedureEntry>();

    public DbSet<Adjustment> Adjustments => Set<Adjustment>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<PostedNotice> Notices => Set<PostedNotice>();

    public DbSet<EnteredCalendar> Calendars => Set<EnteredCalendar>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<FinalFile> FinalFiles => Set<FinalFile>();

    protected override void ConfigureModel(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(ScoringDb).Assembly);
        model.AddImports();
        model.AddFiles();
    }
}

/// <summary>The same model with the migrations for SQL Server.</summary>
public sealed class SqlServerScoringDb(
    DbContextOptions<SqlServerScoringDb> options,
    TownshipScope township
) : ScoringDb(options, township);
