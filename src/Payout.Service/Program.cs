using Assessment.Payout.ExportSheet;
using Assessment.Payout.ImportBases;
using Assessment.Payout.Messaging;
using Assessment.Payout.Sheets;
using Assessment.Payout.Storage;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Messaging;
using Assessment.ServiceDefaults.Ops;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("payout");
builder.AddStorage<PayoutDb, SqlServerPayoutDb>("payout-db");
builder.AddMessaging("payout", PayoutConsumers.Add);
builder.AddImports();
builder.Services.AddImport<BasesImport>();
builder.Services.AddScoped<PayoutTurn>().AddScoped<SheetBook>();

var app = builder.Build();
app.UseServiceDefaults("payout");
app.MapOps("payout");
app.MapImports("payout", [Roles.TownshipAdministrator, Roles.FinancePreparer]);
app.MapSheets().MapExport();
await app.RunAsync();
