using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Assessment.Gateway.Tests;

/// <summary>What was logged, line by line.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>The lines among them that say that something went wrong.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var line = formatter(state, exception);
        Lines.Enqueue(line);
        if (logLevel >= LogLevel.Error)
        {
            Failures.Enqueue(line);
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() { }
}
