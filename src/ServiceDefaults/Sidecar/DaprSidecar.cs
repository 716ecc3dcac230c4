using System.Globalization;
using Dapr.Client;
using Microsoft.Extensions.Configuration;

namespace Assessment.ServiceDefaults.Sidecar;

/// <summary>
/// 边车: Dapr's process next to this one, on the same machine. There is one where <c>DAPR_HTTP_PORT</c> or
/// <c>DAPR_GRPC_PORT</c> is set, as Dapr itself does for the programs that it accompanies.
/// </summary>
/// <param name="Http">Where it answers by HTTP.</param>
/// <param name="Grpc">Where it answers by gRPC.</param>
/// <param name="ApiToken">What it asks of its callers (<c>DAPR_API_TOKEN</c>); null where it asks nothing.</param>
public sealed record DaprSidecar(Uri Http, Uri Grpc, string? ApiToken)
{
    private const string HttpPort = "DAPR_HTTP_PORT";
    private const string GrpcPort = "DAPR_GRPC_PORT";

    // What Dapr takes unless it is configured otherwise.
    private const int UsualHttpPort = 3500;
    private const int UsualGrpcPort = 50001;

    /// <returns>Null where there is no sidecar.</returns>
    /// <exception cref="InvalidOperationException">What is set is no port.</exception>
    public static DaprSidecar? Of(IConfiguration configuration) =>
        IsSet(configuration, HttpPort) || IsSet(configuration, GrpcPort)
            ? new DaprSidecar(
                AddressOf(configuration, HttpPort, UsualHttpPort),
                AddressOf(configuration, GrpcPort, UsualGrpcPort),
                IsSet(configuration, "DAPR_API_TOKEN") ? configuration["DAPR_API_TOKEN"] : null
            )
            : null;

    public void ApplyTo(DaprClientBuilder client)
    {
        client.UseHttpEndpoint(Http.ToString()).UseGrpcEndpoint(Grpc.ToString());
        if (ApiToken is not null)
        {
            client.UseDaprApiToken(ApiToken);
        }
    }

    /// <summary>Without the token, which must get into no message.</summary>
    public override string ToString() => $"{Http} and {Grpc}";

    private static bool IsSet(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 };

    private static Uri AddressOf(IConfiguration configuration, string key, int usual)
    {
        var port = usual;
        if (
            IsSet(configuration, key)
            && (
                !int.TryParse(
                    configuration[key],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out port
                ) || port is 0 or > ushort.MaxValue
            )
        )
        {
            throw new InvalidOperationException($"{key} is '{configuration[key]}', and no port.");
        }

        return new Uri($"http://127.0.0.1:{port}");
    }
}
