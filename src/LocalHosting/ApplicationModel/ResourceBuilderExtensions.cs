using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class ResourceBuilderExtensions
{
    private const string Http = "http";

    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder,
        string name,
        string projectPath
    ) => builder.AddResource(new ProjectResource(name, projectPath));

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        bool secret = false
    ) => builder.AddResource(new ParameterResource(name, secret));

    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder,
        string name
    ) => builder.AddResource(new ConnectionStringResource(name, builder.Configuration));

    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false
    )
        where T : IResourceWithEnvironment
    {
        var name = connectionName ?? source.Resource.Name;
        return builder.WithEnvironment(
            $"ConnectionStrings__{name}",
            async _ =>
                await source.Resource.GetConnectionStringAsync()
                ?? (
                    optional
                        ? null
                        : throw new Assessment.LocalHosting.CannotHostException(
                            $"缺少连接串 ConnectionStrings:{name}。"
                        )
                )
        );
    }

    public static IResourceBuilder<T> WaitFor<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<IResource> dependency
    )
        where T : IResourceWithWaitSupport
    {
        ((RunnableResource)(IResource)builder.Resource).WaitsFor.Add(dependency.Resource);
        return builder;
    }

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder,
        string name,
        string? value
    )
        where T : IResourceWithEnvironment => builder.WithEnvironment(name, _ => new(value));

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder,
        string name,
        EndpointReference endpointReference
    )
        where T : IResourceWithEnvironment =>
        builder.WithEnvironment(name, _ => new(endpointReference.Url));

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder,
        string name,
        IResourceBuilder<ParameterResource> parameter
    )
        where T : IResourceWithEnvironment =>
        builder.WithEnvironment(name, context => new(parameter.Resource.Value(context)));

    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null
    )
        where T : IResourceWithEndpoints
    {
        Project(builder).Endpoints.Add(Http, new EndpointReference(builder.Resource, Http, port));
        return builder;
    }

    /// <summary>People open this one: it gets a port that they can remember. Still on loopback only.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        Project(builder).IsExternal = true;
        return builder;
    }

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder,
        string? path = null
    )
        where T : IResourceWithEndpoints
    {
        Project(builder).HealthPath = path ?? "/";
        return builder;
    }

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => Project(builder).Endpoints[name];

    private static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder,
        string name,
        Func<Assessment.LocalHosting.Running.RunContext, ValueTask<string?>> value
    )
        where T : IResourceWithEnvironment
    {
        ((ProjectResource)(IResource)builder.Resource).Environment[name] = value;
        return builder;
    }

    private static ProjectResource Project<T>(IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints => (ProjectResource)(IResource)builder.Resource;
}
