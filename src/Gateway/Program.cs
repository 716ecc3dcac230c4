using Assessment.Gateway;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Forwarding;
using Assessment.Gateway.PortalFiles;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;
using Assessment.Gateway.Townships;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddSharedDefaults("gateway");
builder.AddStorage<GatewayDb, SqlServerGatewayDb>("gateway-db");
builder.AddSessions();
builder.AddAccounts();
builder.AddRequestLimits();
builder.AddForwarding();
builder.AddStrictTransport();
builder.AddPortalFiles();

var app = builder.Build();
app.UseGatewayPipeline();
app.MapSignIn();
app.MapAccounts();
app.MapTownships();
app.MapForwarding();
app.MapPortal();
await app.RunAsync();
