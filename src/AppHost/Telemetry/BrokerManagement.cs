using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Assessment.AppHost.Telemetry;

/// <summary>RabbitMQ's management interface.</summary>
/// <param name="Broker">The resource's name.</param>
/// <param name="SignIn">Its address, a user and the password, known once the broker has its endpoints.</param>
internal sealed record BrokerManagement(
    string Broker,
    Func<CancellationToken, Task<(Uri Address, string User, string Password)>> SignIn
)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <exception cref="HttpRequestException">It does not answer, or refuses.</exception>
    /// <exception cref="TimeoutException">It does not answer in time.</exception>
    public async Task<BrokerFigures> ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var (address, user, password) = await SignIn(limit.Token);
            using var http = new HttpClient
            {
                BaseAddress = address,
                DefaultRequestHeaders =
                {
                    Authorization = new AuthenticationHeaderValue(
                        "Basic",
                        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
                    ),
                },
            };
            return BrokerFigures.Of(
                await http.GetFromJsonAsync<JsonNode>("/api/overview", limit.Token),
                await http.GetFromJsonAsync<JsonNode>("/api/nodes", limit.Token)
            );
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{Broker} does not answer within {Limit}.", late);
        }
    }
}
