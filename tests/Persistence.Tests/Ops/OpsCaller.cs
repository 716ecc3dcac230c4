using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Ops;

/// <summary>Whoever looks after the platform, at the sample service.</summary>
internal static class OpsCaller
{
    public const string Account = "17";

    public static HttpClient As(this SampleService service, string role, string? township = null)
    {
        List<Claim> claims =
        [
            new(CallerClaims.Subject, Account),
            new(CallerClaims.Name, role),
            new(CallerClaims.Role, role),
        ];
        if (township is not null)
        {
            claims.Add(new Claim(CallerClaims.Township, township));
        }

        var ticket = service
            .Services.GetRequiredService<ServiceTickets>()
            .Mint(claims, TimeProvider.System.GetUtcNow());
        return new HttpClient
        {
            BaseAddress = service.Address,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Bearer", ticket),
            },
        };
    }

    public static async Task<JsonNode> StateAsync(this SampleService service)
    {
        using var ops = service.As(Roles.Ops);
        return (await ops.GetFromJsonAsync<JsonNode>("/api/sample/ops"))!;
    }

    public static async Task<JsonNode> LookAsync(
        this SampleService service,
        string queue,
        int limit = 50
    )
    {
        using var ops = service.As(Roles.Ops);
        return (
            await ops.GetFromJsonAsync<JsonNode>(
                $"/api/sample/ops/error-queues/{queue}/messages?limit={limit}"
            )
        )!;
    }

    /// <param name="only">Ids of the messages; none for all.</param>
    /// <returns>How many were re-sent.</returns>
    public static async Task<int> ResendAsync(
        this SampleService service,
        string queue,
        params Guid[] only
    )
    {
        using var ops = service.As(Roles.Ops);
        var address = $"/api/sample/ops/error-queues/{queue}/resend";
        using var answer =
            only.Length == 0
                ? await ops.PostAsync(address, content: null)
                : await ops.PostAsJsonAsync(address, new { messages = only });
        answer.EnsureSuccessStatusCode();
        var report = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.True((bool)report["complete"]!);
        return (int)report["resent"]!;
    }
}
