using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Assessment.ServiceDefaults.Sidecar;
using Assessment.Testing.Sidecar;
using Dapr.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Assessment.ServiceDefaults.Tests.Sidecar;

/// <summary>The configuration of a process named <c>sample</c>, as a sidecar's secret store makes it.</summary>
public sealed class SecretsTest
{
    private const string Store = "deployment-secrets";
    private const string OwnDatabase = "Host=db;Username=sample;Password=of-the-store";

    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["ConnectionStrings--sample-db"] = OwnDatabase,
        ["ConnectionStrings--messaging"] = "amqp://sample:of-the-store@broker:5672/assessment",
        ["ConnectionStrings--payout-db"] = "Host=db;Username=payout;Password=of-another",
        ["DataProtection--KeyRing"] = "/elsewhere",
    };

    [Fact]
    public void WithoutSidecar_NothingChanges()
    {
        var (builder, sources) = Configured(("Dapr:SecretStore", Store));

        Assert.Equal(sources, builder.Configuration.Sources.Count);
        Assert.DoesNotContain(
            builder.Services,
            service =>
                service.ServiceType == typeof(DaprClient)
                || service.ServiceType == typeof(DaprSidecar)
        );
    }

    [Fact]
    public async Task SidecarWithoutANamedStore_LeavesTheConfigurationAlone()
    {
        await using var sidecar = await RunningSidecar.StartAsync(HeldSecrets.Of(Store, Secrets));

        var (builder, sources) = Configured(sidecar);

        Assert.Equal(sources, builder.Configuration.Sources.Count);
    }

    [Fact]
    public async Task OwnSecrets_Hold_AndNoOthersAreTaken()
    {
        await using var sidecar = await RunningSidecar.StartAsync(HeldSecrets.Of(Store, Secrets));

        var (builder, _) = Configured(
            sidecar,
            ("Dapr:SecretStore", Store),
            ("ConnectionStrings:sample-db", "Host=elsewhere"),
            ("DataProtection:KeyRing", "/keys")
        );

        var configuration = builder.Configuration;
        Assert.Equal(OwnDatabase, configuration.GetConnectionString("sample-db"));
        Assert.Equal(
            Secrets["ConnectionStrings--messaging"],
            configuration.GetConnectionString("messaging")
        );
        Assert.Null(configuration.GetConnectionString("payout-db"));
        Assert.Equal("/keys", configuration["DataProtection:KeyRing"]);
    }

    [Theory]
    [InlineData("SignIn:Provider:ClientSecret", "SignIn--Provider--ClientSecret")]
    [InlineData("SignIn--Provider--ClientSecret", "SignIn__Provider__ClientSecret")]
    [InlineData("signin:provider:clientsecret", "SignIn:Provider:ClientSecret")]
    public async Task NamedKey_IsTakenToo_HoweverItsColonsAreWritten(string key, string secret)
    {
        await using var sidecar = await RunningSidecar.StartAsync(
            HeldSecrets.Of(Store, new Dictionary<string, string> { [secret] = "of-the-store" })
        );

        var (builder, _) = Configured(
            sidecar,
            ("Dapr:SecretStore", Store),
            ("Dapr:SecretKeys:0", key)
        );

        Assert.Equal("of-the-store", builder.Configuration["SignIn:Provider:ClientSecret"]);
    }

    [Fact]
    public async Task NamedSecret_IsTheOnlyOneThatIsRead()
    {
        await using var sidecar = await RunningSidecar.StartAsync(
            Several(("assessment-sample", "of-sample"), ("assessment-other", "of-other"))
        );

        var (builder, _) = Configured(
            sidecar,
            ("Dapr:SecretStore", Store),
            ("Dapr:SecretName", "assessment-sample")
        );

        Assert.Equal("of-sample", builder.Configuration.GetConnectionString("messaging"));
    }

    [Fact]
    public async Task TwoValuesForOneSetting_StopTheStart_AndTheSameTwiceDoesNot()
    {
        await using var two = await RunningSidecar.StartAsync(
            Several(("assessment-sample", "of-sample"), ("assessment-other", "of-other"))
        );
        var failure = Assert.Throws<SecretMustBeGivenOnce>(() =>
            Configured(two, ("Dapr:SecretStore", Store))
        );
        Assert.Contains("ConnectionStrings:messaging", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("of-sample", failure.ToString(), StringComparison.Ordinal);

        await using var same = await RunningSidecar.StartAsync(
            Several(("assessment-sample", "of-both"), ("assessment-other", "of-both"))
        );
        var (builder, _) = Configured(same, ("Dapr:SecretStore", Store));
        Assert.Equal("of-both", builder.Configuration.GetConnectionString("messaging"));
    }

    [Fact]
    public async Task SidecarThatAsksForAToken_IsShownIt()
    {
        await using var sidecar = await RunningSidecar.StartAsync(
            HeldSecrets.Of(Store, Secrets) with
            {
                ApiToken = "of-the-sidecar",
            }
        );

        var (builder, _) = Configured(
            sidecar,
            ("Dapr:SecretStore", Store),
            ("DAPR_API_TOKEN", "of-the-sidecar")
        );
        Assert.Equal(OwnDatabase, builder.Configuration.GetConnectionString("sample-db"));

        Assert.Throws<SidecarMustAnswer>(() =>
            Configured(
                sidecar,
                ("Dapr:SecretStore", Store),
                ("DAPR_API_TOKEN", "another"),
                ("Dapr:WaitLimit", "00:00:01")
            )
        );
    }

    [Fact]
    public async Task SidecarThatIsStillStarting_IsWaitedFor()
    {
        await using var sidecar = await RunningSidecar.StartAsync(HeldSecrets.Of(Store, Secrets));
        sidecar.IsReady = false;
        var starting = Task.Run(() => Configured(sidecar, ("Dapr:SecretStore", Store)));
        await Eventually.HoldsAsync(() => sidecar.Asked > 0);
        Assert.False(starting.IsCompleted);

        sidecar.IsReady = true;

        var (builder, _) = await starting.WaitAsync(Eventually.Limit);
        Assert.Equal(OwnDatabase, builder.Configuration.GetConnectionString("sample-db"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SidecarThatIsAwayOrSilent_StopsTheStartWithinTheLimit(bool silent)
    {
        // Bound and not listening, nobody answers and nobody else can take the port; listening, connections are taken in and left.
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        using var bound = new Socket(SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Start();
        var port = ((IPEndPoint)(silent ? socket.LocalEndpoint : bound.LocalEndPoint!)).Port;
        var limit = TimeSpan.FromSeconds(2);
        var began = Stopwatch.GetTimestamp();

        var failure = Assert.Throws<SidecarMustAnswer>(() =>
            Configured(
                ("DAPR_HTTP_PORT", $"{port}"),
                ("Dapr:SecretStore", Store),
                ("Dapr:WaitLimit", $"{limit}")
            )
        );

        Assert.InRange(Stopwatch.GetElapsedTime(began), limit, limit * 5);
        Assert.Contains(Store, failure.Message, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{port}/", failure.Message, StringComparison.Ordinal);
        Assert.Contains("within 2 s", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another-store", null)]
    [InlineData(Store, "another-secret")]
    public async Task StoreOrSecretThatIsNotThere_StopsTheStart(string store, string? secret)
    {
        await using var sidecar = await RunningSidecar.StartAsync(HeldSecrets.Of(Store, Secrets));

        var failure = Assert.Throws<SecretStoreMustAnswer>(() =>
            Configured(sidecar, ("Dapr:SecretStore", store), ("Dapr:SecretName", secret))
        );

        Assert.Contains($"'{store}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains($":{sidecar.GrpcPort}/", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            secret ?? store,
            failure.GetBaseException().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task StoreThatHasNothingForTheProcess_StopsTheStart()
    {
        await using var sidecar = await RunningSidecar.StartAsync(
            HeldSecrets.Of(
                Store,
                new Dictionary<string, string>
                {
                    ["ConnectionStrings--payout-db"] = "Password=of-another",
                }
            )
        );

        var failure = Assert.Throws<SecretStoreMustHoldOwnKeys>(() =>
            Configured(sidecar, ("Dapr:SecretStore", Store))
        );

        Assert.Contains("ConnectionStrings:sample-db", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("of-another", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DAPR_HTTP_PORT", "http")]
    [InlineData("DAPR_GRPC_PORT", "0")]
    [InlineData("DAPR_GRPC_PORT", "65536")]
    public void PortThatIsNone_StopsTheStart(string key, string value)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Configured((key, value)));

        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DAPR_HTTP_PORT", "1234", "http://127.0.0.1:1234/", "http://127.0.0.1:50001/")]
    [InlineData("DAPR_GRPC_PORT", "1234", "http://127.0.0.1:3500/", "http://127.0.0.1:1234/")]
    public void PortThatIsNotSet_IsDaprsUsualOne(string key, string value, string http, string grpc)
    {
        var sidecar = DaprSidecar.Of(
            new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()
        );

        Assert.Equal((http, grpc), (sidecar!.Http.ToString(), sidecar.Grpc.ToString()));
    }

    [Fact]
    public void SidecarInAMessage_ShowsNoToken()
    {
        var sidecar = DaprSidecar.Of(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("DAPR_HTTP_PORT", "1234"),
                    new("DAPR_API_TOKEN", "of-the-sidecar"),
                ])
                .Build()
        );

        Assert.Equal("of-the-sidecar", sidecar!.ApiToken);
        Assert.DoesNotContain("of-the-sidecar", $"{sidecar}", StringComparison.Ordinal);
    }

    /// <summary>As a store of several secrets gives them, each with a value of the same name.</summary>
    private static HeldSecrets Several(params (string Secret, string Value)[] secrets) =>
        new(
            Store,
            secrets.ToDictionary(
                one => one.Secret,
                one =>
                    (IReadOnlyDictionary<string, string>)
                        new Dictionary<string, string>
                        {
                            ["ConnectionStrings--messaging"] = one.Value,
                        }
            )
        );

    private static (WebApplicationBuilder Builder, int Sources) Configured(
        RunningSidecar sidecar,
        params (string Key, string? Value)[] settings
    ) => Configured([.. sidecar.Settings.Select(one => (one.Key, one.Value)), .. settings]);

    /// <returns>The builder, and how many sources its configuration had before.</returns>
    private static (WebApplicationBuilder Builder, int Sources) Configured(
        params (string Key, string? Value)[] settings
    )
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(one => KeyValuePair.Create(one.Key, one.Value))
        );
        var sources = builder.Configuration.Sources.Count;
        builder.AddSharedDefaults("sample");
        return (builder, sources);
    }
}
