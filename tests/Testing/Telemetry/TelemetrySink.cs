using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assessment.Testing.Telemetry;

/// <summary>Takes in what processes export over OTLP, as a collector would.</summary>
public sealed class TelemetrySink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _received = new();

    private TelemetrySink(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>
    /// The settings with which a process exports here, and soon: with everything in its logs that any configuration
    /// can get into them.
    /// </summary>
    public IReadOnlyDictionary<string, string> SettingsAtEveryLogLevel =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database"] = "Trace",
            ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Trace",
            ["Logging:LogLevel:Yarp"] = "Trace",
            ["Logging:OpenTelemetry:LogLevel:Default"] = "Trace",
        };

    public static async Task<TelemetrySink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new TelemetrySink(app);
        app.MapPost("/v1/{signal}", sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    /// <param name="signal"><c>traces</c>, <c>metrics</c> or <c>logs</c>; null for any of them.</param>
    /// <returns>Whether the text is anywhere in what was exported so far.</returns>
    public bool Says(string? signal, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return _received.Any(export =>
            (signal is null || export.Signal == signal) && export.Body.AsSpan().IndexOf(bytes) >= 0
        );
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _received.Enqueue((signal, body.ToArray()));
        return Results.Ok();
    }
}
