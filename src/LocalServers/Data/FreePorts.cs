using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Assessment.LocalServers.Data;

/// <summary>
/// Free loopback ports. They lie below the range from which the kernel picks ports for outgoing connections, and other
/// programs that choose by this class leave them alone for a while (<see cref="PortClaims"/>), so that none is taken between
/// being chosen and being listened on.
/// </summary>
public sealed class FreePorts
{
    private const int First = 20_000;
    private const int AfterLast = 32_000;

    private readonly HashSet<int> _given = [];

    public int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, AfterLast);
            if (_given.Add(port) && PortClaims.Claim(port) && IsFree(port))
            {
                return port;
            }
        }
    }

    /// <summary>The first free port from the given one on: an address that people can remember.</summary>
    public int From(int port)
    {
        while (!_given.Add(port) || !IsFree(port))
        {
            port++;
        }
        return port;
    }

    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
