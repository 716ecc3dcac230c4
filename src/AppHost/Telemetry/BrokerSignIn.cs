using Aspire.Hosting.ApplicationModel;
using Assessment.AppHost.LocalServers;

namespace Assessment.AppHost.Telemetry;

/// <summary>How each kind of broker is asked for its figures.</summary>
internal static class BrokerSignIn
{
    private const string Endpoint = "management";

    public static BrokerManagement Management(this LocalRabbitMQ broker) =>
        new(
            broker.Name,
            _ =>
                Task.FromResult(
                    (
                        new Uri($"http://127.0.0.1:{broker.Options.ManagementPort}"),
                        broker.Options.UserName,
                        broker.Options.Password
                    )
                )
        );

    public static BrokerManagement Management(this RabbitMQServerResource broker) =>
        new(
            broker.Name,
            async cancellationToken =>
                (
                    // Waits until the container has its address.
                    new Uri((await broker.GetEndpoint(Endpoint).GetValueAsync(cancellationToken))!),
                    await broker.UserNameReference.GetValueAsync(cancellationToken) ?? "",
                    await broker.PasswordParameter.GetValueAsync(cancellationToken) ?? ""
                )
        );
}
