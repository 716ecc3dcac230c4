using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Messaging;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Storage;
using Assessment.Survey;
using Assessment.Survey.Campaigns;
using Assessment.Survey.CloseCampaign;
using Assessment.Survey.HouseholdLinks;
using Assessment.Survey.ResidentPage;
using Assessment.Survey.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("survey");
builder.AddStorage<SurveyDb, SqlServerSurveyDb>("survey-db");
builder.AddMessaging("survey", Capabilities.AddSurveyConsumers);
builder.AddImports();
builder.Services.AddSurvey();

var app = builder.Build();
app.UseServiceDefaults("survey");
app.MapImports("survey", [Roles.TownshipAdministrator], [Roles.Surveyor]);
app.MapCampaigns();
app.MapIssueLinks();
app.MapQrCodes();
app.MapCloseCampaign();
app.MapResidentPage();
await app.RunAsync();
