using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Assessment.Scoring;
using Assessment.Scoring.Messaging;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("scoring");
builder.AddStorage<ScoringDb, SqlServerScoringDb>("scoring-db");
builder.AddMessaging("scoring", ScoringConsumers.Add);
builder.AddScoring();

var app = builder.Build();
app.UseServiceDefaults("scoring");
app.MapOps("scoring");
app.MapAuditWithDistrict("scoring");
app.MapScoring();
await app.RunAsync();
