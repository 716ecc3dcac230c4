using Yarp.ReverseProxy.Forwarder;

namespace Assessment.Gateway.Forwarding;

/// <summary>Whose doing it is that a forwarded request got no proper answer.</summary>
internal static class Outcomes
{
    /// <returns>False also where the client went away or sent something broken.</returns>
    public static bool IsTheServices(ForwarderError outcome) =>
        outcome
            is ForwarderError.Request
                or ForwarderError.RequestTimedOut
                or ForwarderError.RequestBodyDestination
                or ForwarderError.ResponseHeaders
                or ForwarderError.ResponseBodyDestination
                or ForwarderError.NoAvailableDestinations;

    public static ForwarderError Of(HttpContext context) =>
        context.Features.Get<IForwarderErrorFeature>()?.Error ?? ForwarderError.None;
}
