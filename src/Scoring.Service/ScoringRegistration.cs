using Assessment.Imports;
using Assessment.Persistence.Files;
using Assessment.Scoring.Adjustments;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Calendars;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Departments;
using Assessment.Scoring.Events;
using Assessment.Scoring.Files;
using Assessment.Scoring.FinalFiles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Notices;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Cancelling;
using Assessment.Scoring.Procedures.Corrections;
using Assessment.Scoring.Procedures.Freezing;
using Assessment.Scoring.Procedures.Objections;
using Assessment.Scoring.Progress;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Assessment.Scoring.Risks;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Scores;
using Assessment.Scoring.Sheets;
using Assessment.Scoring.Signing;
using Assessment.Scoring.Staff;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring;

/// <summary>The service's parts.</summary>
internal static class ScoringRegistration
{
    public static void AddScoring(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SchemeCatalog>().AddSingleton<ReadSchemes>();
        builder
            .Services.AddScoped<SchemeStore>()
            .AddScoped<RegisterReading>()
            .AddScoped<RegisterContexts>()
            .AddScoped<RegisterEditing>()
            .AddScoped<RowReferences>()
            .AddScoped<RegisterImportUndo>()
            .AddScoped<TakingOver>()
            .AddScoped<PreviousYear>()
            .AddScoped<StaffCheck>()
            .AddScoped<DeclarationCheck>();
        builder
            .Services.AddScoped<FactLedger>()
            .AddScoped<EventLedger>()
            .AddScoped<EventReading>()
            .AddScoped<HandlingOfEvents>()
            .AddScoped<RiskRegister>()
            .AddScoped<FactSets>()
            .AddScoped<Calculations>();
        builder
            .Services.AddSingleton<ProcedureDay>()
            .AddScoped<ProcedureStore>()
            .AddScoped<Standings>()
            .AddScoped<Acting>()
            .AddScoped<Changes>()
            .AddScoped<CorrectionNews>()
            .AddScoped<ReceivedObjections>()
            .AddScoped<CycleCancelling>();
        builder
            .Services.AddScoped<RunningCycles>()
            .AddWork<StepWork>()
            .AddWork<ObjectionWork>()
            .AddWork<AdjustmentWork>()
            .AddWork<CorrectionWork>()
            .AddWork<CancellationWork>()
            .AddWork<CalculationWork>()
            .AddWork<OpenCampaignWork>()
            .AddWork<SheetWork>()
            .AddWork<EventWork>()
            .AddWork<RiskWork>();
        builder.Services.AddScoped<ResultStore>().AddScoped<ProgressReading>();
        // Notices are pages of the service's own; nothing of them runs in the browser.
        builder.Services.AddScoped<NoticeReading>().AddRazorComponents();
        builder.Services.AddScoped<CalendarStore>();
        builder.Services.AddSingleton<SigningKeyWrapping>().AddSingleton<SigningKeys>();
        builder.Services.AddScoped<ArchivedRecords>().AddScoped<FinalArchive>();
        builder.AddFiles<ScoringFileAccess>("scoring");
        builder.AddImports();
        builder
            .Services.AddScoped<SheetStore>()
            .AddScoped<SheetReading>()
            .AddScoped<SheetSaving>()
            .AddScoped<SheetStepping>()
            .AddScoped<SheetsInTurn>();
        builder.Services.AddScoped<ScoresUndo>().AddScoped<EventsUndo>();
        builder.Services.AddRegisterImports();
        builder.Services.AddImport<ScoresImport>();
        builder.Services.AddImport<EventsImport>();
        builder.Services.AddScoped<IImportListener, CalculationAfterImports>();
    }

    /// <summary>The addresses, in the order in which a township's year comes by them.</summary>
    public static void MapScoring(this WebApplication app)
    {
        // Refuses to start rather than to count days wrongly later.
        app.Services.GetRequiredService<ProcedureDay>();
        app.MapWork("scoring");
        app.MapImports("scoring", [Roles.TownshipAdministrator]).MapUndo();
        app.MapRegisters();
        app.MapTakeOver();
        app.MapFiles(
            "scoring",
            [Roles.TownshipAdministrator, Roles.DepartmentScorer, Roles.Area],
            [Roles.Leader]
        );
        app.MapAreas();
        app.MapStaff();
        app.MapDepartments();
        app.MapSchemes();
        app.MapCycles();
        app.MapRemoval();
        app.MapArchive();
        app.MapProgress();
        app.MapScores();
        app.MapSheets();
        app.MapSheetSettings();
        app.MapSheetFiles();
        app.MapEvents();
        app.MapEventHands();
        app.MapRisks();
        app.MapLedger();
        app.MapCalculation();
        app.MapResults();
        app.MapAdjustments();
        app.MapProcedure();
        app.MapNotices();
        app.MapCalendars();
        app.MapSigningKeys();
        app.MapFinalFiles();
    }
}
