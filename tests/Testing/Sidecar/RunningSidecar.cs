using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.Testing.Sidecar;

/// <summary>
/// A sidecar of the tests' own: it speaks the part of Dapr's protocol that this project uses, over real sockets. No
/// <c>daprd</c> is needed, and none is replaced.
/// </summary>
public sealed class RunningSidecar : IAsyncDisposable
{
    private readonly WebApplication _app;
    private volatile bool _isReady = true;
    private int _asked;

    private RunningSidecar(WebApplication app, int httpPort, int grpcPort)
    {
        _app = app;
        HttpPort = httpPort;
        GrpcPort = grpcPort;
    }

    public int HttpPort { get; }

    public int GrpcPort { get; }

    /// <summary>As Dapr sets them for the program that it accompanies.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>
        {
            ["DAPR_HTTP_PORT"] = $"{HttpPort}",
            ["DAPR_GRPC_PORT"] = $"{GrpcPort}",
        };

    /// <summary>Whether its components are there; while they are not, it says that it is not ready.</summary>
    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    /// <summary>How often it was asked whether it is ready.</summary>
    public int Asked => _asked;

    public static async Task<RunningSidecar> StartAsync(HeldSecrets held)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, grpc => grpc.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton(held).AddSingleton<SidecarApi>();
        builder.Services.AddGrpc();
        var app = builder.Build();
        RunningSidecar? sidecar = null;
        app.MapGet(
            "/v1.0/healthz/outbound",
            (HttpContext context) =>
            {
                Interlocked.Increment(ref sidecar!._asked);
                return held.ApiToken is not null
                    && context.Request.Headers[HeldSecrets.TokenHeader] != held.ApiToken
                        ? Results.Unauthorized()
                    : sidecar.IsReady ? Results.NoContent()
                    : Results.InternalServerError();
            }
        );
        app.MapGrpcService<SidecarApi>();
        await app.StartAsync();
        // In the order in which they were asked for.
        var ports = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Select(address => new Uri(address).Port)
            .ToList();
        sidecar = new RunningSidecar(app, ports[0], ports[1]);
        return sidecar;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
