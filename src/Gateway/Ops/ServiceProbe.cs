using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text.Json;
using Assessment.Gateway.Forwarding;
using Assessment.Persistence.Ops;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy;

namespace Assessment.Gateway.Ops;

/// <summary>Asks the services how they are, past the circuits, so that one that hangs is asked too.</summary>
internal sealed partial class ServiceProbe(
    IProxyStateLookup proxy,
    Circuits circuits,
    ServiceTickets tickets,
    TimeProvider time,
    IOptions<JsonOptions> json,
    ILogger<ServiceProbe> log
)
{
    /// <summary>The longest that anybody waits for a service here.</summary>
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(8);

    /// <summary>The services, by the names of their clusters.</summary>
    public IReadOnlyList<string> Services =>
        [.. proxy.GetClusters().Select(cluster => cluster.ClusterId).Order(StringComparer.Ordinal)];

    public async Task<Readiness> ReadinessAsync(string service, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(service, "health/ready", ticket: null, cancellationToken);
        return answer switch
        {
            null => Readiness.Unreachable,
            { IsSuccessStatusCode: true } => Readiness.Ready,
            _ => Readiness.NotReady,
        };
    }

    /// <param name="caller">Who looks; the service decides whether the caller may.</param>
    public async Task<ServiceLine> LookAsync(
        string service,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var asking = ReadinessAsync(service, cancellationToken);
        var ticket = tickets.Mint(
            caller.Claims.Where(claim =>
                claim.Type is CallerClaims.Subject or CallerClaims.Name or CallerClaims.Role
            ),
            time.GetUtcNow()
        );
        using var said = await AskAsync(service, $"api/{service}/ops", ticket, cancellationToken);
        var readiness = await asking;
        return new ServiceLine(
            service,
            readiness,
            ReasonOf(readiness),
            JsonNamingPolicy.CamelCase.ConvertName(circuits.StateOf(service).ToString()),
            said is { IsSuccessStatusCode: true } ? await ReadAsync(said, cancellationToken) : null
        );
    }

    private async Task<HttpResponseMessage?> AskAsync(
        string service,
        string path,
        string? ticket,
        CancellationToken cancellationToken
    )
    {
        var address = proxy.TryGetCluster(service, out var cluster)
            ? cluster.Destinations.Values.FirstOrDefault()?.Model.Config.Address
            : null;
        if (address is null || cluster is null)
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(address), path));
        if (ticket is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AskLimit);
        try
        {
            // The proxy's own client: it trusts the same certificates as a forwarded request.
            var answer = await cluster.Model.HttpClient.SendAsync(request, limit.Token);
            await answer.Content.LoadIntoBufferAsync(limit.Token);
            return answer;
        }
        catch (Exception failure)
            when (failure is HttpRequestException or SocketException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            LogSilent(service, failure.GetType().Name);
            return null;
        }
    }

    private async Task<ServiceState?> ReadAsync(
        HttpResponseMessage said,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await said.Content.ReadFromJsonAsync<ServiceState>(
                json.Value.SerializerOptions,
                cancellationToken
            );
        }
        catch (JsonException failure)
        {
            LogNotUnderstood(failure);
            return null;
        }
    }

    private static string ReasonOf(Readiness readiness) =>
        readiness switch
        {
            Readiness.Ready => "正常。",
            Readiness.NotReady =>
                "服务在运行，但还不能办理业务：通常是数据库没有应答，或启动以来还没有连上消息服务。请看该服务的各检查项。",
            _ =>
                "服务没有应答：可能没有运行、正在启动，或已停住。请查看该服务的日志，必要时重新启动。数据没有丢失。",
        };

    [LoggerMessage(
        LogLevel.Information,
        "The service {Service} does not say how it is ({Failure})"
    )]
    private partial void LogSilent(string service, string failure);

    [LoggerMessage(LogLevel.Warning, "A service of another version says how it is in other words")]
    private partial void LogNotUnderstood(Exception failure);
}
