using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Assessment.Gateway.Forwarding;

/// <summary>
/// A proxy that ends TLS in front of the gateway (<c>ForwardedHeaders:KnownProxies</c>, addresses, and
/// <c>KnownNetworks</c>, such as 10.1.0.0/16). What it says of the caller's address and scheme counts, so that cookies
/// are secure and limits count callers; what anybody else says about that does not.
/// </summary>
public static class ProxyInFront
{
    public static void AddProxyInFront(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("ForwardedHeaders");
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in Listed(settings, "KnownProxies"))
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            foreach (var network in Listed(settings, "KnownNetworks"))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }

            // Without any, nothing is believed: the framework would take empty lists for "everybody".
            if (options.KnownProxies.Count + options.KnownIPNetworks.Count > 0)
            {
                options.ForwardedHeaders =
                    ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
                // As many as there are, each of which must be known.
                options.ForwardLimit = null;
            }
        });
    }

    private static string[] Listed(IConfigurationSection settings, string key) =>
        settings.GetSection(key).Get<string[]>() ?? [];
}
