using Assessment.Hotline.Attribution;
using Assessment.Hotline.ExclusionReview;
using Assessment.Hotline.ImportTickets;
using Assessment.Hotline.Messaging;
using Assessment.Hotline.Rates;
using Assessment.Hotline.SourceAnswers;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.Hotline.Townships;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Messaging;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("hotline");
builder.AddStorage<HotlineDb, SqlServerHotlineDb>("hotline-db");
builder.AddMessaging("hotline", HotlineConsumers.Add);
builder.AddImports();
builder.Services.AddImport<TicketsImport>();
builder.Services.AddScoped<IImportListener, AnswersAfterImports>();
builder.Services.AddScoped<TownshipTurn>().AddScoped<RateReports>().AddScoped<Answers>();

var app = builder.Build();
app.UseServiceDefaults("hotline");
app.MapImports("hotline", [Roles.TownshipAdministrator], [Roles.Feed]);
app.MapTickets().MapAttribution().MapExclusionReview().MapRates();
await app.RunAsync();
