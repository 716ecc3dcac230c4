using System.Net.Http.Headers;

namespace Assessment.Testing.Hosts;

/// <summary>As the gateway does: a ticket of its own for each request, since none is valid for long.</summary>
internal sealed class TicketOfEachRequest(Func<string> mint) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", mint());
        return base.SendAsync(request, cancellationToken);
    }
}
