using Assessment.Testing.Sidecar;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Assessment.Hotline.Tests.Feeds;

/// <summary>Hotline with a sidecar, and a binding for each of several townships.</summary>
public sealed class FeedHost : HotlineHost
{
    public const string Token = "the-token-of-the-apps-sidecar";
    private const int Bindings = 40;

    private readonly string[] _townships =
    [
        .. Enumerable.Range(0, Bindings).Select(_ => $"fed-{Guid.NewGuid():N}"),
    ];
    private RunningSidecar? _sidecar;
    private int _taken = -1;

    /// <summary>The sidecar's way to Hotline.</summary>
    public AppChannel Channel => new(Anonymous(), Token);

    public override async Task InitializeAsync()
    {
        _sidecar = await RunningSidecar.StartAsync(
            HeldSecrets.Of("none", new Dictionary<string, string>())
        );
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _sidecar!.DisposeAsync();
    }

    /// <summary>A binding that no other test uses, with its township; no cycle is open there.</summary>
    public FedTownship NextTownship()
    {
        var number = Interlocked.Increment(ref _taken);
        return new FedTownship(
            this,
            NameOf(number),
            new TownshipCycle(this, "fed") { Township = _townships[number] }
        );
    }

    public async Task<FedTownship> NextTownshipWithCycleAsync()
    {
        var fed = NextTownship();
        await fed.OpenCycleAsync();
        return fed;
    }

    protected override void Configure(IWebHostBuilder host)
    {
        host.UseSetting("APP_API_TOKEN", Token);
        foreach (var (key, value) in _sidecar!.Settings)
        {
            host.UseSetting(key, value);
        }

        for (var number = 0; number < Bindings; number++)
        {
            host.UseSetting($"Dapr:HotlineBindings:{number}:Name", NameOf(number))
                .UseSetting($"Dapr:HotlineBindings:{number}:Township", _townships[number]);
        }
    }

    private static string NameOf(int number) => $"hotline-files-{number}";
}

[CollectionDefinition(Name)]
public sealed class FedHotline : ICollectionFixture<FeedHost>
{
    public const string Name = "hotline with a sidecar";
}
