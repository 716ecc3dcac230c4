using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class RabbitMQBuilderExtensions
{
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null
    ) =>
        builder.AddResource(
            new RabbitMQServerResource(name, port)
            {
                UserName = userName?.Resource,
                Password = password?.Resource,
            }
        );

    /// <summary>The data outlives a run. The folder is named for the resource.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder
    )
    {
        builder.Resource.KeepsData = true;
        return builder;
    }

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(
        this IResourceBuilder<RabbitMQServerResource> builder
    )
    {
        builder.Resource.HasManagement = true;
        return builder;
    }
}

public static class PostgresBuilderExtensions
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null
    ) =>
        builder.AddResource(
            new PostgresServerResource(name, port)
            {
                UserName = userName?.Resource,
                Password = password?.Resource,
            }
        );

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder,
        string name,
        string? databaseName = null
    )
    {
        builder.Resource.AddDatabase(databaseName ?? name);
        return builder.ApplicationBuilder.AddResource(
            new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource)
        );
    }

    /// <summary>The data outlives a run. The folder is named for the resource.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder
    )
    {
        builder.Resource.KeepsData = true;
        return builder;
    }
}
