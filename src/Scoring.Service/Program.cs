using Assessment.Scoring;
using Assessment.Scoring.Messaging;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Messaging;
using Assessment.ServiceDefaults.Ops;
using Assessment.ServiceDefaults.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("scoring");
builder.AddStorage<ScoringDb, SqlServerScoringDb>("scoring-db");
builder.AddMessaging("scoring", ScoringConsumers.Add);
builder.AddScoring();
builder.AddScoringImports();

var app = builder.Build();
app.UseServiceDefaults("scoring");
app.MapOps("scoring");
app.MapScoring();
await app.RunAsync();
