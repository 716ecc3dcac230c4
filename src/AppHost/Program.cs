using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Assessment.AppHost.Deploying;
using Assessment.AppHost.StandIns;

if (args is [StandIn.Command, var settingsFile])
{
    await StandIn.RunAsync(settingsFile);
    return 0;
}

return await Deployment.RunAsync(
    args,
    deployment =>
    {
        var messaging = deployment.AddMessaging("messaging");

        // The gateway makes the keys that sign its tickets; the services read them.
        var keyRing = deployment.AddPath("key-ring", "keys");

        // Evidence and minutes; each service has its own part of the folder, which all its replicas share.
        var files = deployment.AddPath("files", "files");

        var gateway = Service<Projects.Gateway>("gateway", "gateway-db")
            .WithExternalHttpEndpoints()
            .WithEnvironment(
                "Accounts__FirstInvitation",
                deployment.AddPath("first-invitation", "first-invitation")
            );

        BehindGateway<Projects.Survey_Service>("survey", "survey-db");
        BehindGateway<Projects.Hotline_Service>("hotline", "hotline-db");
        BehindGateway<Projects.Scoring_Service>("scoring", "scoring-db")
            .WithEnvironment("Files__Folder", files)
            .MayBeAheadOfTheCalendar(deployment);
        BehindGateway<Projects.Payout_Service>("payout", "payout-db");

        IResourceBuilder<ProjectResource> BehindGateway<TProject>(string name, string databaseName)
            where TProject : IProjectMetadata, new()
        {
            var service = Service<TProject>(name, databaseName)
                .WithReference(messaging)
                .WaitFor(messaging)
                .WaitFor(gateway);
            gateway.WithEnvironment(
                $"ReverseProxy__Clusters__{name}__Destinations__one__Address",
                service.GetEndpoint("http")
            );
            return service;
        }

        IResourceBuilder<ProjectResource> Service<TProject>(string name, string databaseName)
            where TProject : IProjectMetadata, new()
        {
            var database = deployment.AddDatabase("storage", databaseName);
            return deployment
                .AddService<TProject>(name)
                .WithEnvironment("DataProtection__KeyRing", keyRing)
                .WithReference(database)
                .WaitFor(database);
        }
    }
);
