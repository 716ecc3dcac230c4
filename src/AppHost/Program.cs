using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);

var messaging = Given("messaging")
    ? builder.AddConnectionString("messaging")
    : builder.AddRabbitMQ("messaging").WithDataVolume().WithManagementPlugin();

IResourceBuilder<PostgresServerResource>? storage = null;
var gatewayDb = Database("gateway-db");
var surveyDb = Database("survey-db");
var hotlineDb = Database("hotline-db");
var scoringDb = Database("scoring-db");
var payoutDb = Database("payout-db");

// The gateway makes the keys that sign its tickets; the services read them.
var data = Path.GetFullPath(builder.Configuration["data"] ?? ".data");
var keyRing = Path.Combine(data, "keys");

var survey = builder
    .AddProject("survey", "../Survey.Service/Survey.Service.csproj")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health/ready")
    .WithEnvironment("DataProtection__KeyRing", keyRing)
    .WithReference(messaging)
    .WaitFor(messaging)
    .WithReference(surveyDb)
    .WaitFor(surveyDb);

var hotline = builder
    .AddProject("hotline", "../Hotline.Service/Hotline.Service.csproj")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health/ready")
    .WithEnvironment("DataProtection__KeyRing", keyRing)
    .WithReference(messaging)
    .WaitFor(messaging)
    .WithReference(hotlineDb)
    .WaitFor(hotlineDb);

var scoring = builder
    .AddProject("scoring", "../Scoring.Service/Scoring.Service.csproj")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health/ready")
    .WithEnvironment("DataProtection__KeyRing", keyRing)
    .WithReference(messaging)
    .WaitFor(messaging)
    .WithReference(scoringDb)
    .WaitFor(scoringDb);

var payout = builder
    .AddProject("payout", "../Payout.Service/Payout.Service.csproj")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health/ready")
    .WithEnvironment("DataProtection__KeyRing", keyRing)
    .WithReference(messaging)
    .WaitFor(messaging)
    .WithReference(payoutDb)
    .WaitFor(payoutDb);

var gateway = builder
    .AddProject("gateway", "../Gateway/Gateway.csproj")
    .WithHttpEndpoint(port: builder.Configuration.GetValue<int?>("port"))
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health/ready")
    .WithEnvironment("DataProtection__KeyRing", keyRing)
    .WithEnvironment("Accounts__FirstInvitation", Path.Combine(data, "first-invitation"))
    .WithEnvironment(Destination("survey"), survey.GetEndpoint("http"))
    .WithEnvironment(Destination("hotline"), hotline.GetEndpoint("http"))
    .WithEnvironment(Destination("scoring"), scoring.GetEndpoint("http"))
    .WithEnvironment(Destination("payout"), payout.GetEndpoint("http"))
    .WithReference(gatewayDb)
    .WaitFor(gatewayDb);

survey.WaitFor(gateway);
hotline.WaitFor(gateway);
scoring.WaitFor(gateway);
payout.WaitFor(gateway);

builder.Build().Run();

// A connection string in the configuration means a server that runs elsewhere; otherwise a private one is started.
bool Given(string name) => builder.Configuration.GetConnectionString(name) is { Length: > 0 };

IResourceBuilder<IResourceWithConnectionString> Database(string name) =>
    Given(name)
        ? builder.AddConnectionString(name)
        : (storage ??= builder.AddPostgres("storage").WithDataVolume()).AddDatabase(name);

static string Destination(string cluster) =>
    $"ReverseProxy__Clusters__{cluster}__Destinations__one__Address";
