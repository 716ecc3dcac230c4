using System.Security.Cryptography;
using Assessment.LocalServers.Data;

namespace Assessment.AppHost.Deploying;

/// <summary>
/// Where the dashboard and its receivers listen: on loopback, at free ports, without TLS since machines have no development
/// certificate. Aspire takes these from the environment; what is set there already stays.
/// </summary>
internal static class DashboardSettings
{
    private const string Frontend = "ASPNETCORE_URLS";
    private const string Token = "ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN";

    /// <summary>With the token of this run.</summary>
    public static Uri Login =>
        new(
            new Uri(Environment.GetEnvironmentVariable(Frontend)!.Split(';')[0]),
            $"/login?t={Environment.GetEnvironmentVariable(Token)}"
        );

    public static void Complete()
    {
        var ports = new FreePorts();
        SetIfMissing(Frontend, Address());
        SetIfMissing("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", Address());
        SetIfMissing("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", Address());
        SetIfMissing("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true");
        SetIfMissing("ASPIRE_DASHBOARD_TELEMETRY_OPTOUT", "true");
        SetIfMissing(Token, RandomNumberGenerator.GetHexString(32, lowercase: true));

        string Address() => $"http://127.0.0.1:{ports.Next()}";
    }

    private static void SetIfMissing(string name, string value)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
