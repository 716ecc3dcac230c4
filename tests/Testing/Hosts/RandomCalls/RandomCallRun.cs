using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit;
using Xunit.Abstractions;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>
/// Calls everything that a process has with random values, by every role and by nobody. Whatever is sent, the process
/// takes it or says in a stable form why not; it never fails. Operations come from the OpenAPI document and from the
/// process's own list of endpoints, so that new ones are called without anybody thinking of it.
/// </summary>
public abstract class RandomCallRun(
    string process,
    IReadOnlyList<string> roles,
    ITestOutputHelper output
)
{
    private const string Nobody = "nobody";
    private const int MostShown = 10;
    private const int BeginningLength = 300;
    private const int LargeBody = 64 * 1024;
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    /// <summary>After so many calls the objects of a township are spoilt: closed, published, full.</summary>
    protected virtual int CallsInATownship => 150;

    [Fact]
    public async Task RandomCalls_OfEveryOperationByEveryRole_NeverFail()
    {
        var settings = RunSettings.Read();
        var random = new Random(settings.Seed);
        var document = await ReadDocumentAsync();
        var endpoints = MappedEndpoint.Of(Sources());
        var maker = new CallMaker(document, random);
        var plan = new CallPlan(OperationsOf(document, endpoints), [.. roles, Nobody], Admits)
        {
            IsLast = EndsTheSession,
        };
        var failures = new List<(Operation Operation, string Reason, string Line)>();
        var statuses = new SortedDictionary<int, int>();
        KnownThings known = null!;
        foreach (var (index, (operation, role)) in plan.Make(random, settings.Calls).Index())
        {
            if (index % CallsInATownship == 0)
            {
                known = await PrepareAsync();
            }

            var call = maker.Make(operation, known);
            var (status, reason) = await SendAsync(
                call,
                role == Nobody ? Anonymous() : As(role, known)
            );
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (reason is not null)
            {
                failures.Add((operation, reason, $"{role}: {call}"));
            }
        }

        output.WriteLine(
            $"{process}: FUZZ_SEED={settings.Seed}, answers {string.Join(", ", statuses.Select(one => $"{one.Key}: {one.Value}"))}"
        );
        Assert.True(failures.Count == 0, Tell(settings, failures));
        await SettledAsync();

        bool Admits(Operation operation, string role) =>
            endpoints.FirstOrDefault(endpoint => endpoint.Name == operation.Name) is { } endpoint
            && endpoint.Admits(role);
    }

    [Fact]
    public async Task EveryEndpointOfTheInterface_IsInTheDocument()
    {
        var described = (await ReadDocumentAsync())
            .Operations.Select(operation => operation.Name)
            .ToHashSet();

        var missing = MappedEndpoint
            .Of(Sources())
            .Where(endpoint => endpoint.IsOfTheInterface && !IsDescribedElsewhere(endpoint))
            .Select(endpoint => endpoint.Name)
            .Except(described);

        Assert.Empty(missing);
    }

    /// <summary>A township with objects in it.</summary>
    protected abstract Task<KnownThings> PrepareAsync();

    protected abstract IEnumerable<EndpointDataSource> Sources();

    protected abstract HttpClient Anonymous();

    /// <summary>Somebody of the role, in the township if the role belongs to one.</summary>
    protected abstract HttpClient As(string role, KnownThings known);

    /// <summary>What is not done when it is answered has come to an end as well.</summary>
    protected virtual Task SettledAsync() => Task.CompletedTask;

    /// <summary>An address of the interface that is another process's to describe.</summary>
    protected virtual bool IsDescribedElsewhere(MappedEndpoint endpoint) => false;

    /// <summary>What cannot be called here, because it leads to where nothing is.</summary>
    protected virtual bool LeadsNowhere(MappedEndpoint endpoint) => false;

    /// <summary>What ends the caller's own session is called last.</summary>
    protected virtual bool EndsTheSession(Operation operation) => false;

    private List<Operation> OperationsOf(
        ApiDocument document,
        IReadOnlyList<MappedEndpoint> endpoints
    )
    {
        var described = document.Operations.Select(operation => operation.Name).ToHashSet();
        return
        [
            .. document
                .Operations.Concat(
                    endpoints
                        .Where(endpoint =>
                            !described.Contains(endpoint.Name) && !LeadsNowhere(endpoint)
                        )
                        .Select(endpoint => endpoint.ToOperation())
                )
                .OrderBy(operation => operation.Name, StringComparer.Ordinal),
        ];
    }

    private async Task<ApiDocument> ReadDocumentAsync()
    {
        using var client = await ReaderAsync();
        return new ApiDocument(
            JsonNode.Parse(await client.GetStringAsync($"/openapi/{process}.json"))!
        );
    }

    /// <summary>Somebody who may read the process's document.</summary>
    protected abstract Task<HttpClient> ReaderAsync();

    /// <returns>The status, 0 for none, and what is wrong with the answer, if anything is.</returns>
    private static async Task<(int Status, string? Reason)> SendAsync(
        RandomCall call,
        HttpClient client
    )
    {
        using var limit = new CancellationTokenSource(LongestCall);
        using var request = call.ToRequest(client.BaseAddress!);
        try
        {
            using var answer = await client.SendAsync(request, limit.Token);
            var text = await answer.Content.ReadAsStringAsync(limit.Token);
            return ((int)answer.StatusCode, WrongIn(answer, text));
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException)
        {
            // A server that refuses a body for its size need not wait for the end of it.
            return call.Body?.Length > LargeBody && broken is HttpRequestException
                ? (StatusCodes.Status413PayloadTooLarge, null)
                : (0, $"no answer: {broken.GetBaseException().Message}");
        }
    }

    private static string? WrongIn(HttpResponseMessage answer, string text) =>
        (int)answer.StatusCode switch
        {
            >= 500 => $"{(int)answer.StatusCode} {BeginningOf(text)}",
            >= 400 when text.Length > 0 && !IsPage(answer) && !HasCode(answer, text) =>
                $"{(int)answer.StatusCode} without a code: {BeginningOf(text)}",
            _ => null,
        };

    private static string BeginningOf(string text) =>
        text.Length > BeginningLength ? text[..BeginningLength] + "…" : text;

    private static bool IsPage(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "text/html";

    private static bool HasCode(HttpResponseMessage answer, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return false;
        }

        using var problem = JsonDocument.Parse(text);
        return problem.RootElement.TryGetProperty("code", out _);
    }

    private string Tell(
        RunSettings settings,
        List<(Operation Operation, string Reason, string Line)> failures
    )
    {
        var report = new StringBuilder(
            $"{failures.Count} of {settings.Calls} calls failed in {process}; FUZZ_SEED={settings.Seed} makes them again."
        );
        foreach (
            var (_, reason, line) in failures
                .DistinctBy(failure => (failure.Operation.Name, failure.Reason))
                .Take(MostShown)
        )
        {
            report
                .AppendLine()
                .AppendLine(line)
                .Append(CultureInfo.InvariantCulture, $"  {reason}");
        }

        return report.ToString();
    }
}
