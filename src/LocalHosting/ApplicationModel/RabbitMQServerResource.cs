using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Running;
using Assessment.LocalHosting.Servers;

namespace Aspire.Hosting.ApplicationModel;

public sealed class RabbitMQServerResource
    : RunnableResource,
        IResourceWithConnectionString,
        IResourceWithWaitSupport
{
    private RabbitMq? _server;

    internal RabbitMQServerResource(string name, int? port)
        : base(name) => Port = port;

    internal int? Port { get; }
    internal bool KeepsData { get; set; }
    internal bool HasManagement { get; set; }
    internal ParameterResource? UserName { get; init; }
    internal ParameterResource? Password { get; init; }

    public ValueTask<string?> GetConnectionStringAsync(
        CancellationToken cancellationToken = default
    ) => new(_server?.ConnectionString);

    internal override IServer Prepare(RunContext context) =>
        _server = new RabbitMq(
            new RabbitMqOptions(context.FolderOf(Name, KeepsData), context.Ports)
            {
                Mark = context.DataFolder,
                UserName = UserName?.Value(context) ?? Name,
                Password =
                    Password?.Value(context)
                    ?? GeneratedSecret.In(context.DataFolder, $"{Name}-password"),
                Port = Port ?? context.Ports.Next(),
                ManagementPort = HasManagement ? context.Ports.Next() : null,
                Output = context.OutputOf(Name),
            }
        );
}
