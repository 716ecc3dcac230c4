using Aspire.Hosting.ApplicationModel;
using Assessment.LocalServers;
using Assessment.LocalServers.RabbitMq;

namespace Assessment.AppHost.LocalServers;

internal sealed class LocalRabbitMQ(string name, RabbitMqOptions options)
    : LocalServer(name, options.Folder)
{
    private readonly RabbitMqNode _node = new(options);

    public RabbitMqOptions Options => options;

    public override ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"{_node.ConnectionString}");

    public override void Require() => RabbitMqNode.Require();

    public override Task CheckHealthAsync(CancellationToken cancellationToken) =>
        _node.CheckHealthAsync(cancellationToken);

    protected override Task<StartLine> PrepareLineAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_node.Prepare());
}
