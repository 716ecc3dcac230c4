using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Assessment.ServiceDefaults.Telemetry;

/// <summary>
/// Traces, metrics and logs over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. Log texts are exported as they
/// read, without scopes: a request's scope has its whole path.
/// </summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
        {
            return;
        }

        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                // OTEL_SERVICE_NAME decides, where somebody sets it.
                resource.AddService($"assessment-{service}").AddEnvironmentVariableDetector()
            )
            .WithTracing(traces =>
                traces
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddSource("Yarp.ReverseProxy")
                    .AddProcessor<LinksStaySecret>()
            )
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddMeter("Assessment")
            )
            .WithLogging(
                configureBuilder: null,
                logs =>
                {
                    logs.IncludeFormattedMessage = true;
                    logs.IncludeScopes = false;
                }
            )
            .UseOtlpExporter();
    }
}
