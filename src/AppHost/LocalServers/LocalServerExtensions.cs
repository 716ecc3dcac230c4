using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Assessment.AppHost.Health;
using Assessment.LocalServers.Data;
using Assessment.LocalServers.Postgres;
using Assessment.LocalServers.RabbitMq;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.AppHost.LocalServers;

internal static class LocalServerExtensions
{
    public static IResourceBuilder<LocalRabbitMQ> AddLocalRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        string dataFolder,
        FreePorts ports
    )
    {
        var options = new RabbitMqOptions(Folder(dataFolder, name), ports)
        {
            UserName = name,
            Password = GeneratedSecret.In(dataFolder, $"{name}-password"),
            Port = ports.Next(),
            ManagementPort = ports.Next(),
        };
        return builder
            .AddServer(new LocalRabbitMQ(name, options), "amqp", options.Port)
            .WithHttpEndpoint(
                port: options.ManagementPort,
                targetPort: options.ManagementPort,
                name: "management",
                isProxied: false
            )
            .WithEndpoint("management", endpoint => endpoint.TargetHost = "127.0.0.1");
    }

    public static IResourceBuilder<LocalPostgres> AddLocalPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        string dataFolder,
        FreePorts ports
    )
    {
        var options = new PostgresOptions(Folder(dataFolder, name))
        {
            Password = GeneratedSecret.In(dataFolder, $"{name}-password"),
            Port = ports.Next(),
        };
        return builder
            .AddServer(new LocalPostgres(name, options), "tcp", options.Port)
            .OnResourceReady(CreateDatabasesAsync);
    }

    public static IResourceBuilder<LocalDatabase> AddDatabase(
        this IResourceBuilder<LocalPostgres> server,
        string name
    )
    {
        var database = new LocalDatabase(name, server.Resource);
        server.Resource.Databases.Add(database);
        return server
            .ApplicationBuilder.AddResource(database)
            .WithInitialState(
                new CustomResourceSnapshot
                {
                    ResourceType = "Database",
                    State = KnownResourceStates.Waiting,
                    Properties = [],
                }
            );
    }

    private static IResourceBuilder<T> AddServer<T>(
        this IDistributedApplicationBuilder builder,
        T server,
        string scheme,
        int port
    )
        where T : LocalServer
    {
        builder.Services.AddHealthChecks().AddPatientCheck(server.Name, server.CheckHealthAsync);
        builder.OnBeforeStart(
            (_, _) =>
            {
                server.Require();
                return Task.CompletedTask;
            }
        );
        return builder
            .AddResource(server)
            .WithEndpoint(
                port: port,
                targetPort: port,
                scheme: scheme,
                name: scheme,
                isProxied: false,
                protocol: ProtocolType.Tcp
            )
            .WithEndpoint(scheme, endpoint => endpoint.TargetHost = "127.0.0.1")
            .OnBeforeResourceStarted(
                (resource, _, cancellationToken) => resource.PrepareAsync(cancellationToken)
            )
            .WithArgs(context =>
            {
                foreach (var argument in server.Line.Arguments)
                {
                    context.Args.Add(argument);
                }
            })
            .WithEnvironment(context =>
            {
                foreach (var (name, value) in server.Line.Environment)
                {
                    context.EnvironmentVariables[name] = value;
                }
            })
            .WithHealthCheck(server.Name);
    }

    /// <summary>Nothing but this makes a resource without a process of its own running.</summary>
    private static async Task CreateDatabasesAsync(
        LocalPostgres server,
        ResourceReadyEvent ready,
        CancellationToken cancellationToken
    )
    {
        var notifications = ready.Services.GetRequiredService<ResourceNotificationService>();
        foreach (var database in server.Databases)
        {
            await server.EnsureDatabaseAsync(database.Name, cancellationToken);
            await notifications.PublishUpdateAsync(
                database,
                snapshot => snapshot with { State = KnownResourceStates.Running }
            );
        }
    }

    private static string Folder(string dataFolder, string name) =>
        Directory.CreateDirectory(Path.Combine(dataFolder, name)).FullName;
}
