using System.Text.RegularExpressions;
using Assessment.AppHost.Supervision;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace Assessment.AppHost.Telemetry;

/// <summary>Each line that the broker writes, as a log record with the level that the line names.</summary>
internal sealed partial class BrokerLines : IDisposable
{
    private readonly string _broker;
    private readonly RunLog _output;
    private readonly ILoggerFactory _factory;
    private readonly ILogger _log;

    public BrokerLines(string broker, OtlpTarget target, RunLog output)
    {
        (_broker, _output) = (broker, output);
        _factory = LoggerFactory.Create(logging =>
            logging.AddOpenTelemetry(options =>
            {
                options.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(broker));
                options.IncludeFormattedMessage = true;
                options.AddOtlpExporter(target.ApplyTo);
            })
        );
        _log = _factory.CreateLogger("RabbitMQ");
        _output.Listener += Export;
    }

    public void Dispose()
    {
        _output.Listener -= Export;
        _factory.Dispose();
    }

    private void Export(string name, string line)
    {
        if (name == _broker && line.Length > 0)
        {
            Written(_log, LevelOf(line), line);
        }
    }

    /// <summary>Such as <c>2026-03-02 08:00:00.000000+00:00 [warning] &lt;0.273.0&gt; …</c></summary>
    private static LogLevel LevelOf(string line) =>
        Level().Match(line).Groups["level"].Value switch
        {
            "debug" => LogLevel.Debug,
            "warning" => LogLevel.Warning,
            "error" => LogLevel.Error,
            "critical" or "alert" or "emergency" => LogLevel.Critical,
            _ => LogLevel.Information,
        };

    [GeneratedRegex(@"^\S+ \S+ \[(?<level>\w+)\] ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Level();

    [LoggerMessage(Message = "{Line}")]
    private static partial void Written(ILogger logger, LogLevel level, string line);
}
