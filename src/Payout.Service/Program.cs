using Assessment.Payout;
using Assessment.Payout.Messaging;
using Assessment.Payout.Storage;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("payout");
builder.AddStorage<PayoutDb, SqlServerPayoutDb>("payout-db");
builder.AddMessaging("payout", PayoutConsumers.Add);
builder.AddPayout();

var app = builder.Build();
app.UseServiceDefaults("payout");
app.MapOps("payout");
app.MapAudit("payout");
app.MapPayout();
await app.RunAsync();
