using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Assessment.AppHost.Deploying;

/// <summary>Whether Docker or Podman can be asked for containers; <c>--servers local</c> or <c>--servers containers</c> decides it without asking.</summary>
internal static class ContainerEngine
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static bool Answers(IConfiguration configuration) =>
        configuration["servers"] switch
        {
            "local" => false,
            "containers" => true,
            _ => Addresses(configuration).Any(Answers),
        };

    private static IEnumerable<EndPoint> Addresses(IConfiguration configuration)
    {
        if (
            configuration["DOCKER_HOST"] is { Length: > 0 } given
            && Uri.TryCreate(given, UriKind.Absolute, out var address)
        )
        {
            yield return address.Scheme == "unix"
                ? new UnixDomainSocketEndPoint(address.LocalPath)
                : new DnsEndPoint(address.Host, address.Port);
        }
        yield return new UnixDomainSocketEndPoint("/var/run/docker.sock");
        yield return new UnixDomainSocketEndPoint("/run/podman/podman.sock");
        if (configuration["XDG_RUNTIME_DIR"] is { Length: > 0 } own)
        {
            yield return new UnixDomainSocketEndPoint($"{own}/podman/podman.sock");
        }
    }

    private static bool Answers(EndPoint address)
    {
        using var socket =
            address is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            return socket.ConnectAsync(address).Wait(Limit);
        }
        catch (AggregateException failure) when (failure.InnerException is SocketException)
        {
            return false;
        }
    }
}
