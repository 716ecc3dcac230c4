using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace Assessment.AppHost.Telemetry;

/// <summary>Where telemetry goes: to the collector configured for the host, or else to this run's dashboard.</summary>
/// <param name="Endpoint">OTLP over gRPC, unless the configuration names the protocol.</param>
/// <param name="Headers">As OTLP's variables have them; with the dashboard's key.</param>
internal sealed record OtlpTarget(Uri Endpoint, string? Headers, OtlpExportProtocol Protocol)
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";
    public const string HeadersVariable = "OTEL_EXPORTER_OTLP_HEADERS";

    /// <summary>Whether telemetry goes somewhere else than to the dashboard.</summary>
    public static bool IsElsewhere(IConfiguration configuration) =>
        configuration[EndpointVariable] is { Length: > 0 };

    public static OtlpTarget Of(IConfiguration configuration) =>
        IsElsewhere(configuration)
            ? new OtlpTarget(
                new Uri(configuration[EndpointVariable]!),
                configuration[HeadersVariable],
                configuration[ProtocolVariable] == "http/protobuf"
                    ? OtlpExportProtocol.HttpProtobuf
                    : OtlpExportProtocol.Grpc
            )
            : new OtlpTarget(
                new Uri(configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"]!),
                $"x-otlp-api-key={configuration["AppHost:OtlpApiKey"]}",
                OtlpExportProtocol.Grpc
            );

    public void ApplyTo(OtlpExporterOptions options)
    {
        options.Endpoint = Endpoint;
        options.Headers = Headers;
        options.Protocol = Protocol;
    }
}
