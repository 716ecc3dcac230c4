using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Assessment.Testing.Hosts;

/// <summary>The export of telemetry, which otherwise takes its time.</summary>
public static class Exporting
{
    private const int LimitInMilliseconds = 30_000;

    public static void Now(IServiceProvider process)
    {
        Assert.True(process.GetRequiredService<TracerProvider>().ForceFlush(LimitInMilliseconds));
        Assert.True(process.GetRequiredService<MeterProvider>().ForceFlush(LimitInMilliseconds));
        Assert.True(process.GetRequiredService<LoggerProvider>().ForceFlush(LimitInMilliseconds));
    }
}
