using System.Net.NetworkInformation;
using Assessment.Testing.PrivateServers;

namespace Assessment.AppHost.Tests;

internal static class Listening
{
    public static IEnumerable<string> AddressesOf(int port) =>
        IPGlobalProperties
            .GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .Where(endpoint => endpoint.Port == port)
            .Select(endpoint => endpoint.Address.ToString());
}
