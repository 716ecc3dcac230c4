using System.Collections.Concurrent;
using Assessment.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Assessment.ServiceDefaults.Tests.Telemetry;

/// <summary>Which log lines come through, whatever an operator configures.</summary>
public sealed class AddressesStayOutOfLogsTest
{
    [Theory]
    [InlineData("LogLevel:Default", "Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("LogLevel:Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData(
        "LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Hosting.Diagnostics"
    )]
    [InlineData("Lines:LogLevel:Default", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher")]
    [InlineData("LogLevel:*", "System.Net.Http.HttpClient.provider.LogicalHandler")]
    [InlineData(
        "Lines:LogLevel:System.Net.Http.HttpClient",
        "System.Net.Http.HttpClient.provider.ClientHandler"
    )]
    [InlineData("LogLevel:yarp", "Yarp.ReverseProxy.Forwarder.HttpForwarder")]
    public void LineWithAnAddress_DoesNotComeThrough_HoweverTheLevelIsConfigured(
        string setting,
        string category
    )
    {
        var lines = Logged(setting, category);

        Assert.Equal([LogLevel.Warning, LogLevel.Error, LogLevel.Critical], lines);
    }

    [Theory]
    [InlineData("LogLevel:Default", LogLevel.Trace)]
    [InlineData("Lines:LogLevel:Default", LogLevel.Trace)]
    [InlineData("LogLevel:Other", LogLevel.Information)]
    public void LineOfAnotherCategory_ComesThroughAsConfigured(string setting, LogLevel lowest)
    {
        var lines = Logged(setting, "Assessment.Gateway.Forwarding.Circuits");

        Assert.Equal(
            Enum.GetValues<LogLevel>().Where(level => level >= lowest && level < LogLevel.None),
            lines
        );
    }

    /// <returns>The levels that come through when the setting asks for all of them.</returns>
    private static LogLevel[] Logged(string setting, string category)
    {
        using var lines = new Lines();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [setting] = "Trace" })
            .Build();
        var parts = new ServiceCollection();
        parts.AddLogging(logging => logging.AddConfiguration(configuration).AddProvider(lines));
        parts.KeepAddressesOutOfLogs();
        using var services = parts.BuildServiceProvider();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

        foreach (var level in Enum.GetValues<LogLevel>().Where(level => level < LogLevel.None))
        {
            log.Log(level, "http://127.0.0.1/s/the-secret");
        }

        return [.. lines.Levels];
    }

    [ProviderAlias("Lines")]
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<LogLevel> Levels { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Levels.Enqueue(logLevel);

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() { }
    }
}
