using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Assessment.Demo;

/// <summary>
/// The platform's public API as a program uses it: one account, one bearer token. Every call here may be repeated
/// without harm, so a service that is away for a moment is waited for.
/// </summary>
public sealed class PlatformClient(HttpClient http, TimeProvider time) : ICaller
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const string SecondFactor = "/api/accounts/me/second-factor";
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(60);
    private AuthenticationHeaderValue? _token;
    private Authenticator? _phone;

    /// <param name="phone">Where the account has a second factor.</param>
    /// <returns>Whether a second factor must be enrolled before anything else.</returns>
    public async Task<bool> SignInAsync(
        string userName,
        string password,
        CancellationToken cancellationToken,
        Authenticator? phone = null
    )
    {
        _phone = phone;
        var code = phone is null ? null : await phone.NextCodeAsync(cancellationToken);
        var answer = await PostAsync(
            "/api/accounts/token",
            new
            {
                userName,
                password,
                code,
            },
            cancellationToken
        );
        _token = new AuthenticationHeaderValue(
            "Bearer",
            answer!["accessToken"]!.GetValue<string>()
        );
        return answer["mustEnrolSecondFactor"]!.GetValue<bool>();
    }

    /// <summary>Enrols a second factor for the account that is signed in.</summary>
    /// <param name="keep">Keeps the key before it counts.</param>
    public async Task<Authenticator> EnrolAsync(
        Func<string, Task> keep,
        CancellationToken cancellationToken
    )
    {
        var begun = await PostAsync(SecondFactor, new { }, cancellationToken);
        var key = begun!["key"]!.GetValue<string>();
        await keep(key);
        var phone = new Authenticator(key, time);
        await PostAsync(
            $"{SecondFactor}/confirm",
            new { code = await phone.NextCodeAsync(cancellationToken) },
            cancellationToken
        );
        _phone = phone;
        return phone;
    }

    /// <exception cref="InvalidOperationException">The account was not signed in with a second factor.</exception>
    public async Task ShowSecondFactorAsync(CancellationToken cancellationToken)
    {
        var phone =
            _phone ?? throw new InvalidOperationException("The account has no second factor.");
        await PostAsync(
            $"{SecondFactor}/show",
            new { code = await phone.NextCodeAsync(cancellationToken) },
            cancellationToken
        );
    }

    /// <summary>Sets the password of an invited account.</summary>
    /// <param name="invitation">The path of the link.</param>
    public Task<JsonNode?> AcceptAsync(
        string invitation,
        string password,
        CancellationToken cancellationToken
    ) =>
        PostAsync(
            $"/api/accounts/invitations/{invitation.Split('/')[^1]}/accept",
            new { password },
            cancellationToken
        );

    public Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) =>
        CallAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    public Task<JsonNode?> PostAsync(
        string path,
        object body,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            () =>
                new HttpRequestMessage(HttpMethod.Post, path)
                {
                    Content = JsonContent.Create(body),
                },
            cancellationToken
        );

    public Task<JsonNode?> DeleteAsync(string path, CancellationToken cancellationToken) =>
        CallAsync(() => new HttpRequestMessage(HttpMethod.Delete, path), cancellationToken);

    public Task<JsonNode?> UploadAsync(
        string path,
        string file,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            () =>
                new HttpRequestMessage(HttpMethod.Post, path)
                {
                    Content = new MultipartFormDataContent
                    {
                        { new StreamContent(File.OpenRead(file)), "file", Path.GetFileName(file) },
                    },
                },
            cancellationToken
        );

    /// <exception cref="PlatformException">The platform refused the call, with its stable code.</exception>
    private async Task<JsonNode?> CallAsync(
        Func<HttpRequestMessage> request,
        CancellationToken cancellationToken
    )
    {
        var until = time.GetUtcNow() + Patience;
        while (true)
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(
                    cancellationToken
                );
                limit.CancelAfter(CallLimit);
                using var message = request();
                message.Headers.Authorization = _token;
                using var response = await http.SendAsync(message, limit.Token);
                if (!IsPassing(response.StatusCode) || time.GetUtcNow() > until)
                {
                    return await ReadAsync(response, limit.Token);
                }
            }
            catch (Exception broken)
                when (broken
                        is HttpRequestException
                            or SocketException
                            or IOException
                            or OperationCanceledException
                    && !cancellationToken.IsCancellationRequested
                    && time.GetUtcNow() < until
                )
            {
                // The gateway or a service is being restarted. A peer that dies between connecting and sending is a bare
                // SocketException: the client's connection pool asks the new connection for its address.
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    private static async Task<JsonNode?> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var isJson =
            response.Content.Headers.ContentType?.MediaType?.EndsWith(
                "json",
                StringComparison.Ordinal
            ) == true;
        var body = isJson && text.Length > 0 ? JsonNode.Parse(text) : null;
        return response.IsSuccessStatusCode
            ? body
            : throw new PlatformException(
                response.StatusCode,
                body?["code"]?.GetValue<string>() ?? "unknown",
                body?["detail"]?.GetValue<string>() ?? response.ReasonPhrase ?? ""
            );
    }
}

/// <summary>A call that the platform refused.</summary>
public sealed class PlatformException(HttpStatusCode status, string code, string detail)
    : Exception($"{detail}（{code}）")
{
    public HttpStatusCode Status => status;

    public string Code => code;
}
