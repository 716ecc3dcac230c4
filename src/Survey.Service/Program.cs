using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults;
using Assessment.Survey;
using Assessment.Survey.Messaging;
using Assessment.Survey.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("survey");
builder.AddStorage<SurveyDb, SqlServerSurveyDb>("survey-db");
builder.AddMessaging("survey", SurveyConsumers.Add);
builder.AddSurvey();

var app = builder.Build();
app.UseServiceDefaults("survey");
app.MapOps("survey");
app.MapAudit("survey");
app.MapSurvey();
await app.RunAsync();
