using Assessment.ServiceDefaults.Refusals;
using Yarp.ReverseProxy.Forwarder;

namespace Assessment.Gateway.Forwarding;

/// <summary>服务暂不可用: says so in words where the proxy alone would answer with an empty 502 or 504.</summary>
public static class ServiceUnavailable
{
    public static IReverseProxyApplicationBuilder UseServiceUnavailable(
        this IReverseProxyApplicationBuilder proxy
    )
    {
        proxy.Use(
            async (context, next) =>
            {
                await next(context);
                if (
                    context.Features.Get<IForwarderErrorFeature>() is { } failure
                    && CodeFor(failure.Error) is { } code
                    && !context.Response.HasStarted
                )
                {
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    await context
                        .RequestServices.GetRequiredService<IProblemDetailsService>()
                        .WriteAsync(
                            new ProblemDetailsContext
                            {
                                HttpContext = context,
                                ProblemDetails = ProblemTypes.Of(
                                    StatusCodes.Status503ServiceUnavailable,
                                    code
                                ),
                            }
                        );
                }
            }
        );
        return proxy;
    }

    /// <returns>Null where the client, not the service, is at fault: it has its own status or has gone.</returns>
    private static string? CodeFor(ForwarderError error) =>
        error switch
        {
            ForwarderError.Request
            or ForwarderError.RequestTimedOut
            or ForwarderError.RequestBodyDestination
            or ForwarderError.NoAvailableDestinations
            or ForwarderError.ResponseHeaders => "service-unavailable",
            _ => null,
        };
}
