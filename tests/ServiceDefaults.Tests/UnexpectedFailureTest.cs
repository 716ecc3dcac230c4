using System.Net;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

public sealed class UnexpectedFailureTest
{
    [Fact]
    public async Task UnexpectedFailure_IsLogged_AndItsInsidesAreNotShown()
    {
        var log = new KeptLog();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddProblemTypes()
            .BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = new MemoryStream();
        var failure = new InvalidOperationException("inside");

        var handled = await services
            .GetRequiredService<IExceptionHandler>()
            .TryHandleAsync(context, failure, CancellationToken.None);

        Assert.True(handled);
        Assert.Equal((int)HttpStatusCode.InternalServerError, context.Response.StatusCode);
        context.Response.Body.Position = 0;
        var answer = await new StreamReader(context.Response.Body).ReadToEndAsync();
        Assert.Contains("internal-error", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("inside", answer, StringComparison.Ordinal);
        Assert.Contains(failure, log.Errors);
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public List<Exception?> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (logLevel == LogLevel.Error)
            {
                Errors.Add(exception);
            }
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() { }
    }
}
