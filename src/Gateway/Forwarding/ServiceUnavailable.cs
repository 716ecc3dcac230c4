using System.Globalization;
using System.Security.Authentication;
using Assessment.ServiceDefaults.DomainExceptions;
using Polly.CircuitBreaker;
using Yarp.ReverseProxy.Forwarder;

namespace Assessment.Gateway.Forwarding;

/// <summary>
/// 服务暂不可用、答复超时: says so in words, and when to come again, where the proxy alone would answer with an
/// empty 502 or 504.
/// </summary>
public static partial class ServiceUnavailable
{
    private static readonly TimeSpan UntilTriedAgain = TimeSpan.FromSeconds(5);

    public static IReverseProxyApplicationBuilder UseServiceUnavailable(
        this IReverseProxyApplicationBuilder proxy
    )
    {
        proxy.Use(
            async (context, next) =>
            {
                var circuits = context.RequestServices.GetRequiredService<Circuits>();
                var service = context.GetReverseProxyFeature().Cluster.Config.ClusterId;
                try
                {
                    var outcome = await circuits
                        .Of(service)
                        .ExecuteAsync(
                            async (forward, _) =>
                            {
                                await forward();
                                return Outcomes.Of(context);
                            },
                            next,
                            CancellationToken.None
                        );
                    TellWhyNotTrusted(context, service);
                    if (Outcomes.IsTheServices(outcome) && !context.Response.HasStarted)
                    {
                        await (
                            outcome == ForwarderError.RequestTimedOut
                                ? TellTooSlowAsync(context)
                                : TellUnavailableAsync(context, UntilTriedAgain)
                        );
                    }
                }
                catch (BrokenCircuitException open)
                {
                    await TellUnavailableAsync(context, open.RetryAfter ?? UntilTriedAgain);
                }
            }
        );
        return proxy;
    }

    /// <summary>A certificate that is not accepted is a matter for ops; the caller only learns that the service is away.</summary>
    private static void TellWhyNotTrusted(HttpContext context, string service)
    {
        if (
            context.Features.Get<IForwarderErrorFeature>()?.Exception?.InnerException
            is AuthenticationException untrusted
        )
        {
            LogNotTrusted(
                context.RequestServices.GetRequiredService<ILogger<TrustedServices>>(),
                service,
                untrusted.Message
            );
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "The certificate of the service {Service} is not accepted: {Reason}"
    )]
    private static partial void LogNotTrusted(ILogger log, string service, string reason);

    private static Task TellUnavailableAsync(HttpContext context, TimeSpan pause) =>
        TellAsync(context, StatusCodes.Status503ServiceUnavailable, "service-unavailable", pause);

    /// <summary>Other than a service that is down, this one may have done what it was asked to.</summary>
    private static Task TellTooSlowAsync(HttpContext context) =>
        TellAsync(
            context,
            StatusCodes.Status504GatewayTimeout,
            "service-too-slow",
            UntilTriedAgain
        );

    private static async Task TellAsync(
        HttpContext context,
        int status,
        string code,
        TimeSpan pause
    )
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        await context
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(
                new ProblemDetailsContext
                {
                    HttpContext = context,
                    ProblemDetails = ProblemTypes.Of(status, code),
                }
            );
    }
}
