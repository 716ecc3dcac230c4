using System.Net;
using System.Text;
using System.Text.Json;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Assessment.Testing.Hosts.Permissions;

/// <summary>
/// Every endpoint that a service has, found in its own list, called by every role of the township, by every admitted
/// role of another township, by the district and by nobody. What is answered is in <c>docs/permissions.md</c>; an
/// endpoint that is added, or whose permission changes, does not pass until the table says so.
/// </summary>
public abstract class PermissionMatrix(string process, IReadOnlyList<string> roles)
{
    private const string AccessLevel = "✓";
    private const string NotPermitted = "–";

    /// <summary>For who has shown the second factor (第二因素) a moment ago.</summary>
    private const string WithCode = "✓ + code";

    [Fact]
    public async Task EveryEndpoint_AdmitsWhomTheTableSays()
    {
        var own = await PrepareAsync();
        var lines = new List<string>
        {
            $"| {process} | {string.Join(" | ", roles)} | nobody | other township |",
            $"|---|{string.Concat(Enumerable.Repeat("---|", roles.Count + 2))}",
        };
        foreach (
            var (method, route, isUpload, needsCode) in Endpoints()
                .OrderBy(one => IsLast(one.Route))
        )
        {
            var address = AddressOf(route, own);
            var cells = new List<string>();
            foreach (var role in roles)
            {
                cells.Add(
                    Cell(
                        await AskAsync(
                            method,
                            address,
                            As(role, own.Township, own),
                            isUpload ? null : "{"
                        )
                    )
                );
            }

            cells.Add(Cell(await AskAsync(method, address, Anonymous(), isUpload ? null : "{")));
            var body = isUpload
                ? null
                : JsonSerializer.Serialize(own.Bodies?.GetValueOrDefault(route) ?? new { });
            cells.Add(await FromElsewhereAsync(method, address, body, cells, own));
            if (needsCode)
            {
                cells = cells.ConvertAll(cell => cell == AccessLevel ? WithCode : cell);
            }

            lines.Add($"| `{method} {route}` | {string.Join(" | ", cells)} |");
        }

        await PermissionTable.MustBeAsync(process, lines);
    }

    /// <summary>A township with one object for each route that names one.</summary>
    protected abstract Task<Objects> PrepareAsync();

    protected abstract IEnumerable<EndpointDataSource> Sources();

    protected abstract HttpClient Anonymous();

    /// <summary>Somebody of the role, in the township if the role belongs to one.</summary>
    protected abstract HttpClient As(string role, string township, Objects own);

    /// <summary>Another township's id.</summary>
    protected virtual string Elsewhere { get; } = $"elsewhere-{Guid.NewGuid():N}";

    /// <summary>Endpoints that end what the others are tried with are tried last.</summary>
    protected virtual bool IsLast(string route) => false;

    protected virtual string AddressOf(string route, Objects own) => own.AddressOf(route);

    protected IEnumerable<(
        string Method,
        string Route,
        bool IsUpload,
        bool NeedsCode
    )> Endpoints() =>
        Sources()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint =>
                (
                    endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
                ).Select(method =>
                    (
                        method,
                        Route: "/" + endpoint.RoutePattern.RawText!.Trim('/'),
                        IsUpload: endpoint
                            .Metadata.GetMetadata<IAcceptsMetadata>()
                            ?.ContentTypes.Contains("multipart/form-data") == true,
                        NeedsCode: endpoint.Metadata.GetMetadata<FreshSecondFactor>() is not null
                    )
                )
            )
            .Distinct()
            .OrderBy(endpoint => endpoint.Route, StringComparer.Ordinal)
            .ThenBy(endpoint => endpoint.method, StringComparer.Ordinal);

    /// <summary>
    /// Those whom the endpoint admits at home, with the same account of another township: they must not find the
    /// object, and where none is named, must see nothing of the first township's.
    /// </summary>
    private async Task<string> FromElsewhereAsync(
        string method,
        string address,
        string? body,
        List<string> cells,
        Objects own
    )
    {
        var outcomes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (role, cell) in roles.Zip(cells))
        {
            if (cell is NotPermitted || !BelongsToTownship(role))
            {
                continue;
            }

            var (status, text) = await AskAsync(method, address, As(role, Elsewhere, own), body);
            Assert.All(own.Marks, mark => Assert.DoesNotContain(mark, text));
            outcomes.Add(status == HttpStatusCode.NotFound ? "404" : "own rows");
        }

        return outcomes.Count == 0 ? "" : string.Join(", ", outcomes);
    }

    protected static bool BelongsToTownship(string role) =>
        role is not (Roles.District or Roles.Ops or Roles.Resident);

    /// <param name="body">Null for an upload without a file. At home it is no good, so that nothing is changed; whether one may is decided before it is read.</param>
    protected static async Task<(HttpStatusCode Status, string Text)> AskAsync(
        string method,
        string address,
        HttpClient client,
        string? body
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method != "GET")
        {
            request.Content = body is null
                ? new MultipartFormDataContent { { new StringContent(""), "note" } }
                : new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request);
        Assert.True(
            answer.StatusCode < HttpStatusCode.InternalServerError
                || answer.StatusCode == HttpStatusCode.ServiceUnavailable,
            $"{method} {address}: {answer.StatusCode}"
        );
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Cell((HttpStatusCode Status, string Text) answer) =>
        answer.Status switch
        {
            HttpStatusCode.Forbidden => NotPermitted,
            HttpStatusCode.Unauthorized => "401",
            HttpStatusCode.NotFound => "404",
            _ => AccessLevel,
        };
}
