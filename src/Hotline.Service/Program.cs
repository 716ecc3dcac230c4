using Assessment.Hotline;
using Assessment.Hotline.Messaging;
using Assessment.Hotline.Storage;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("hotline");
builder.AddStorage<HotlineDb, SqlServerHotlineDb>("hotline-db");
builder.AddMessaging("hotline", HotlineConsumers.Add);
builder.AddHotline();

var app = builder.Build();
app.UseServiceDefaults("hotline");
app.MapOps("hotline");
app.MapAudit("hotline");
app.MapHotline();
await app.RunAsync();
