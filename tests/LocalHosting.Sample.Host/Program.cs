using Aspire.Hosting;
using Microsoft.Extensions.Configuration;

// What the tests of LocalHosting start: one of each resource, in the order storage, messaging, front, back.
var builder = DistributedApplication.CreateBuilder(args);

var storage = builder.AddPostgres("storage").WithDataVolume();
var database = storage.AddDatabase("sample-db");
var messaging = builder.AddRabbitMQ("messaging").WithDataVolume();
var secret = builder.AddParameter("first-password", secret: true);

var back = builder
    .AddProject("back", "../LocalHosting.Sample.Web/LocalHosting.Sample.Web.csproj")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health/ready")
    .WithReference(database)
    .WaitFor(database);

var front = builder
    .AddProject("front", "../LocalHosting.Sample.Web/LocalHosting.Sample.Web.csproj")
    .WithHttpEndpoint(port: builder.Configuration.GetValue<int?>("port"))
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health/ready")
    .WithEnvironment("Accounts__FirstPassword", secret)
    .WithEnvironment("Back", back.GetEndpoint("http"))
    .WithReference(messaging)
    .WaitFor(messaging);

back.WaitFor(front);

builder.Build().Run();
