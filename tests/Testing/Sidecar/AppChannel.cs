using System.Net;
using System.Net.Http.Headers;

namespace Assessment.Testing.Sidecar;

/// <summary>
/// The sidecar's way to the program: how Dapr's runtime finds out whether there is something to bring messages to, and
/// how it brings one.
/// </summary>
/// <param name="app">Leads to the program.</param>
/// <param name="token">What the sidecar shows (<c>APP_API_TOKEN</c>); null where it has none.</param>
public sealed class AppChannel(HttpClient app, string? token)
{
    /// <summary>Asked once, when the sidecar starts; otherwise nothing is ever brought.</summary>
    public async Task<bool> IsThereAsync(string binding)
    {
        using var request = RequestTo(HttpMethod.Options, binding, []);
        using var answer = await app.SendAsync(request);
        return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.MethodNotAllowed;
    }

    /// <summary>Brings one message, with the headers of the source as they are in Dapr: escaped.</summary>
    /// <returns>What is answered. 200 means that the message was taken; it is brought again for anything else.</returns>
    public async Task<HttpResponseMessage> BringAsync(
        string binding,
        byte[] message,
        params (string Name, string Value)[] metadata
    )
    {
        using var request = RequestTo(HttpMethod.Post, binding, message);
        foreach (var (name, value) in metadata)
        {
            request.Headers.Add(name, WebUtility.UrlEncode(value));
        }

        return await app.SendAsync(request);
    }

    private HttpRequestMessage RequestTo(HttpMethod method, string binding, byte[] message)
    {
        var request = new HttpRequestMessage(method, $"/{binding}")
        {
            Content = new ByteArrayContent(message),
        };
        // Whatever it is that is brought.
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (token is not null)
        {
            request.Headers.Add(HeldSecrets.TokenHeader, token);
        }

        return request;
    }
}
