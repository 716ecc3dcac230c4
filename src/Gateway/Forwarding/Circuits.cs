using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Registry;
using Yarp.ReverseProxy.Forwarder;

namespace Assessment.Gateway.Forwarding;

/// <summary>
/// 熔断: one circuit for each service, so that a service that hangs costs nobody a time-out for each click, and costs
/// the others nothing. Only a missing or late answer counts against a service; whatever it answers, it is there.
/// Nothing is ever sent a second time.
/// </summary>
public sealed partial class Circuits : IDisposable
{
    private readonly ResiliencePipelineRegistry<string> _circuits = new();
    private readonly Dictionary<string, CircuitBreakerStateProvider> _states = [];
    private readonly Lock _making = new();
    private readonly CircuitSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<Circuits> _log;

    public Circuits(IOptions<CircuitSettings> settings, TimeProvider time, ILogger<Circuits> log)
    {
        _settings = settings.Value;
        _time = time;
        _log = log;
    }

    /// <exception cref="BrokenCircuitException">The circuit is open: nothing was sent.</exception>
    public ResiliencePipeline<ForwarderError> Of(string service)
    {
        lock (_making)
        {
            return _circuits.GetOrAddPipeline<ForwarderError>(
                service,
                circuit =>
                {
                    circuit.TimeProvider = _time;
                    circuit.AddCircuitBreaker(Strategy(service));
                }
            );
        }
    }

    public CircuitState StateOf(string service)
    {
        lock (_making)
        {
            return _states.GetValueOrDefault(service)?.CircuitState ?? CircuitState.Closed;
        }
    }

    public void Dispose() => _circuits.Dispose();

    private CircuitBreakerStrategyOptions<ForwarderError> Strategy(string service)
    {
        var state = _states[service] = new CircuitBreakerStateProvider();
        return new CircuitBreakerStrategyOptions<ForwarderError>
        {
            MinimumThroughput = _settings.AtLeast,
            FailureRatio = _settings.FailureShare,
            SamplingDuration = _settings.Window,
            BreakDuration = _settings.Pause,
            StateProvider = state,
            ShouldHandle = sent =>
                ValueTask.FromResult(
                    sent.Outcome.Exception is null
                        && (
                            Outcomes.IsTheServices(sent.Outcome.Result)
                            || ProvesNothing(sent.Outcome.Result, state.CircuitState)
                        )
                ),
            OnOpened = opened =>
            {
                LogOpened(service, opened.BreakDuration.TotalSeconds, opened.Outcome.Result);
                return ValueTask.CompletedTask;
            },
            OnHalfOpened = _ =>
            {
                LogTried(service);
                return ValueTask.CompletedTask;
            },
            OnClosed = _ =>
            {
                LogClosed(service);
                return ValueTask.CompletedTask;
            },
        };
    }

    /// <summary>A trial that its caller gave up does not show that the service is back.</summary>
    private static bool ProvesNothing(ForwarderError outcome, CircuitState state) =>
        state == CircuitState.HalfOpen && outcome != ForwarderError.None;

    [LoggerMessage(
        LogLevel.Warning,
        "The service {Service} does not answer ({Outcome}): nothing is sent to it for {Seconds} s"
    )]
    private partial void LogOpened(string service, double seconds, ForwarderError outcome);

    [LoggerMessage(LogLevel.Information, "One request is sent to {Service}, to see if it is back")]
    private partial void LogTried(string service);

    [LoggerMessage(LogLevel.Information, "The service {Service} answers again")]
    private partial void LogClosed(string service);
}
