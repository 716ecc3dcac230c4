using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Imports;
using Assessment.Persistence.Messaging;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Ops;

/// <summary>What operators are shown of a service, and who else is not.</summary>
public sealed class OpsStateTest
{
    private static readonly Dictionary<string, string?> EverySecond = new()
    {
        ["Ops:Every"] = "00:00:01",
    };

    public static TheoryData<string> OtherRoles() =>
        new(Roles.OfAccounts.Append(Roles.Resident).Where(role => role != Roles.Ops));

    [Theory]
    [MemberData(nameof(OtherRoles))]
    public async Task OtherRoles_AreNotAccessLevel(string role)
    {
        await using var service = await SampleService.StartAsync();
        using var caller = service.As(role, role == Roles.District ? null : "a");
        const string queue = "/api/sample/ops/error-queues/sample-note-taker_error";

        Assert.Equal(
            HttpStatusCode.Forbidden,
            await StatusAsync(caller.GetAsync("/api/sample/ops"))
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await StatusAsync(caller.GetAsync($"{queue}/messages"))
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await StatusAsync(caller.PostAsync($"{queue}/resend", content: null))
        );
    }

    [Fact]
    public async Task ServiceThatIsWell_SaysSo()
    {
        await using var service = await SampleService.StartAsync(settings: EverySecond);
        await Eventually.HoldsAsync(async () =>
            Check(await service.StateAsync(), "masstransit-bus") is { } bus
            && (string?)bus["status"] == "healthy"
        );

        var state = await service.StateAsync();

        Assert.Equal("sample", (string?)state["service"]);
        Assert.NotEqual("", (string?)state["version"]);
        Assert.Superset(
            new HashSet<string?> { "database", "masstransit-bus", "queues" },
            Checks(state).ToHashSet()
        );
        Assert.All(state["health"]!.AsArray(), check => Assert.NotNull(check!["lastWell"]));
        Assert.Equal(0, (int)state["outbox"]!["waiting"]!);
        Assert.True((bool)state["brokerAnswers"]!);
        var queue = Assert.Single(state["queues"]!.AsArray())!;
        Assert.Equal("sample-note-taker", (string?)queue["name"]);
        Assert.Equal(1, (int)queue["consumers"]!);
    }

    [Fact]
    public async Task BrokerAway_IsSaid_WithAReason_AndTheOutboxAges()
    {
        await using var broker = await Testing.PrivateServers.RabbitMqServer.StartAsync(
            Directory.CreateTempSubdirectory("assessment-broker-").FullName
        );
        await using var service = await SampleService.StartAsync(
            broker.ConnectionString,
            settings: EverySecond
        );
        await Eventually.HoldsAsync(async () =>
            await service.StateAsync() is var state
            && (bool)state["brokerAnswers"]!
            && (string?)Check(state, "masstransit-bus")?["status"] == "healthy"
        );
        await broker.StopAsync();
        await service.InAsync(
            "a",
            db =>
            {
                db.Send(new SourcesAsked("a", Guid.NewGuid(), Guid.NewGuid()));
                return db.SaveChangesAsync();
            }
        );

        await Eventually.HoldsAsync(async () =>
        {
            var state = await service.StateAsync();
            return !(bool)state["brokerAnswers"]!
                && (int)state["outbox"]!["waiting"]! == 1
                && (double)state["outbox"]!["oldestAgeSeconds"]! is > 1 and < 60
                && Check(state, "masstransit-bus") is { } bus
                && (string?)bus["status"] != "healthy"
                && ((string?)bus["reason"])!.Contains("发件箱", StringComparison.Ordinal)
                && bus["lastWell"] is not null;
        });
        using var ops = service.As(Roles.Ops);
        using var look = await ops.GetAsync(
            "/api/sample/ops/error-queues/sample-note-taker_error/messages"
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, look.StatusCode);
        var problem = (await look.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("broker-is-away", (string?)problem["code"]);

        await broker.StartAgainAsync();
        await Eventually.HoldsAsync(async () =>
        {
            var state = await service.StateAsync();
            return (bool)state["brokerAnswers"]! && (int)state["outbox"]!["waiting"]! == 0;
        });
    }

    [Fact]
    public async Task RefusedImports_AreCounted_ByKindAndCode_WithoutFilesOrTownships()
    {
        await using var service = await SampleService.StartAsync();
        await AddAsync(service, "a-secret-township", ImportStatus.Refused, "file-is-unreadable", 1);
        await AddAsync(
            service,
            "b-secret-township",
            ImportStatus.Refused,
            "file-is-unreadable",
            23
        );
        await AddAsync(
            service,
            "b-secret-township",
            ImportStatus.Refused,
            "file-is-unreadable",
            25
        );
        await AddAsync(service, "b-secret-township", ImportStatus.Completed, null, 1);

        var imports = (await service.StateAsync())["imports"]!;

        var refused = Assert.Single(imports["refused"]!.AsArray())!;
        Assert.Equal("notes", (string?)refused["kind"]);
        Assert.Equal("file-is-unreadable", (string?)refused["code"]);
        Assert.Equal(2, (int)refused["count"]!);
        Assert.DoesNotContain("secret", imports.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probes_TellNothingButTheState()
    {
        await using var service = await SampleService.StartAsync();
        using var anybody = new HttpClient { BaseAddress = service.Address };

        Assert.Equal("Healthy", await anybody.GetStringAsync("/health/ready"));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await StatusAsync(anybody.GetAsync("/api/sample/ops"))
        );
    }

    private static Task<int> AddAsync(
        SampleService service,
        string township,
        ImportStatus status,
        string? code,
        int hoursAgo
    ) =>
        service.InAsync(
            township,
            db =>
            {
                db.Imports.Add(
                    new ImportJob
                    {
                        Id = Guid.NewGuid(),
                        Kind = "notes",
                        FileName = "secret.csv",
                        Hash = Guid.NewGuid().ToString("N"),
                        Status = status,
                        ErrorCode = code,
                        ErrorMessage = "secret",
                        FinishedAt = DateTimeOffset.UtcNow.AddHours(-hoursAgo),
                    }
                );
                return db.SaveChangesAsync();
            }
        );

    private static IEnumerable<string?> Checks(JsonNode state) =>
        state["health"]!.AsArray().Select(check => (string?)check!["check"]);

    private static JsonNode? Check(JsonNode state, string name) =>
        state["health"]!.AsArray().SingleOrDefault(check => (string?)check!["check"] == name);

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.StatusCode;
    }
}
