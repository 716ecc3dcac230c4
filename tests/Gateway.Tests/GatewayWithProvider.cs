using System.Net;

namespace Assessment.Gateway.Tests;

/// <summary>A gateway that is configured for another organisation's sign-in, and that.</summary>
public sealed class GatewayWithProvider : IAsyncLifetime
{
    public const string Name = "统一身份认证";

    public OutsideServer Outside { get; private set; } = null!;

    public GatewayServer Gateway { get; private set; } = null!;

    /// <summary>Further configuration, by key.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } =
        new Dictionary<string, string>();

    /// <summary>Further configuration of the service behind the gateway, by key.</summary>
    public IReadOnlyDictionary<string, string> ServiceSettings { get; init; } =
        new Dictionary<string, string>();

    /// <inheritdoc cref="GatewayServer.HasDistrict"/>
    public bool HasDistrict { get; init; } = true;

    public async Task InitializeAsync()
    {
        Outside = await OutsideServer.StartAsync();
        Gateway = new GatewayServer
        {
            HasDistrict = HasDistrict,
            ServiceSettings = ServiceSettings,
            Settings = new Dictionary<string, string>(Settings)
            {
                ["SignIn:Provider:Name"] = Name,
                ["SignIn:Provider:Authority"] = Outside.Address,
                ["SignIn:Provider:RequireHttps"] = "false",
                ["SignIn:Provider:ClientId"] = OutsideServer.ClientId,
                ["SignIn:Provider:ClientSecret"] = OutsideServer.ClientSecret,
            },
        };
        await Gateway.InitializeAsync();
        using var anybody = Gateway.Stranger();
        await Outside.KnowAsync(anybody.BaseAddress!);
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Outside.DisposeAsync();
    }

    /// <summary>The outside's answer to a browser that was led there: the address to come back to.</summary>
    public static async Task<Uri> LetInAsync(Uri outsideAddress)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var outside = new HttpClient(handler);
        var back = await outside.GetAsync(outsideAddress);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location!;
    }

    /// <summary>Somebody whom nobody here has seen yet sits down before the browser.</summary>
    public string NextPerson() => Outside.Person = $"person {Guid.NewGuid():N}";
}
