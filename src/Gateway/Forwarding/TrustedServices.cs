using System.Security.Cryptography.X509Certificates;
using Yarp.ReverseProxy.Forwarder;

namespace Assessment.Gateway.Forwarding;

/// <summary>
/// Which certificates of services (https) the gateway trusts: those of the deployment's own authority, where its PEM file
/// is configured (<c>Forwarding:CertificateAuthority</c>), and otherwise those that the machine trusts. The name is
/// always checked, and so is the time.
/// </summary>
internal sealed class TrustedServices : ForwarderHttpClientFactory
{
    private readonly X509Certificate2Collection? _authorities;

    /// <exception cref="InvalidOperationException">The file is not there or has no certificate.</exception>
    public TrustedServices(IConfiguration configuration)
    {
        if (configuration["Forwarding:CertificateAuthority"] is { Length: > 0 } file)
        {
            _authorities = Read(file);
        }
    }

    protected override void ConfigureHandler(
        ForwarderHttpClientContext context,
        SocketsHttpHandler handler
    )
    {
        base.ConfigureHandler(context, handler);
        if (_authorities is null)
        {
            return;
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // A private authority usually publishes no list; a certificate is taken back by a new authority.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(_authorities);
        handler.SslOptions.CertificateChainPolicy = policy;
    }

    private static X509Certificate2Collection Read(string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (IOException unreadable)
        {
            throw new InvalidOperationException(
                $"Forwarding:CertificateAuthority cannot be read: {unreadable.Message}",
                unreadable
            );
        }

        return authorities.Count > 0
            ? authorities
            : throw new InvalidOperationException(
                $"Forwarding:CertificateAuthority: there is no certificate in {file}."
            );
    }
}
