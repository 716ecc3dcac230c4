using System.Net.Sockets;
using System.Text.Json;
using Assessment.AppHost.Supervision;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assessment.AppHost.Telemetry;

/// <summary>
/// Exports metrics and logs of RabbitMQ in its own name, since this version of it speaks no OTLP: what its management
/// interface counts, and the lines that it writes. It makes no traces; the services' spans show each message sent and
/// consumed.
/// </summary>
internal sealed partial class BrokerTelemetry(
    BrokerManagement management,
    OtlpTarget target,
    RunLog output,
    TimeProvider clock,
    ILogger<BrokerTelemetry> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var metrics = new BrokerMetrics(management.Broker, target, Interval);
        using var lines = new BrokerLines(management.Broker, target, output);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            metrics.Latest = await ReadAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>Null while the broker does not answer: nothing is exported rather than what was before.</returns>
    private async Task<BrokerFigures?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await management.ReadAsync(cancellationToken);
        }
        catch (Exception failure)
            when (failure
                    is HttpRequestException
                        or SocketException
                        or JsonException
                        or TimeoutException
            )
        {
            NotAnswered(failure);
            return null;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The broker's management interface does not answer."
    )]
    private partial void NotAnswered(Exception failure);
}
