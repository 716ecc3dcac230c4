using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Assessment.ServiceDefaults.Telemetry;

/// <summary>
/// Traces, metrics and logs over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, from the sources and meters that
/// the framework and the libraries have themselves; the packages that would wire this up are not to be had everywhere.
/// </summary>
internal sealed class TelemetryService(string service, ILoggerFactory loggers)
    : IHostedService,
        IDisposable
{
    private OpenTelemetrySdk? _sdk;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _sdk = OpenTelemetrySdk.Create(otel =>
        {
            otel.ConfigureResource(resource => resource.AddService($"assessment-{service}"));
            otel.WithTracing(traces =>
                traces
                    .AddSource(
                        "Microsoft.AspNetCore",
                        "System.Net.Http",
                        "MassTransit",
                        "Npgsql",
                        "Yarp.ReverseProxy",
                        "Assessment"
                    )
                    .AddProcessor(new LinksStaySecret())
                    .AddOtlpExporter()
            );
            otel.WithMetrics(metrics =>
                metrics
                    .AddMeter(
                        "Microsoft.AspNetCore.Hosting",
                        "Microsoft.AspNetCore.Server.Kestrel",
                        "System.Net.Http",
                        "System.Runtime",
                        "MassTransit",
                        "Npgsql",
                        "Assessment"
                    )
                    .AddOtlpExporter()
            );
            otel.WithLogging(logs => logs.AddOtlpExporter());
        });
        loggers.AddProvider(new ForwardingLoggers(_sdk.GetLoggerFactory()));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _sdk?.Dispose();

    private sealed class ForwardingLoggers(ILoggerFactory target) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => target.CreateLogger(categoryName);

        public void Dispose() { }
    }
}

internal static class TelemetryRegistration
{
    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            builder.Services.AddHostedService(services => new TelemetryService(
                service,
                services.GetRequiredService<ILoggerFactory>()
            ));
        }
    }
}
