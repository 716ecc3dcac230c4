using Assessment.Imports;
using Assessment.Payout.Bases;
using Assessment.Payout.Exports;
using Assessment.Payout.Sheets;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Payout;

/// <summary>The service's parts.</summary>
internal static class PayoutRegistration
{
    public static void AddPayout(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SheetStore>().AddScoped<BasesUndo>();
        builder.AddImports();
        builder.Services.AddImport<BasesImport>();
        builder.Services.AddWork<MissingBasesWork>();
    }

    public static void MapPayout(this WebApplication app)
    {
        app.MapImports("payout", [Roles.TownshipAdministrator, Roles.FinancePreparer]).MapUndo();
        app.MapSheets().MapExport();
        app.MapWork("payout");
    }
}
