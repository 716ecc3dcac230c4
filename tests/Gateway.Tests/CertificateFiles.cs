using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Assessment.Gateway.Tests;

/// <summary>A certificate and its key, as PEM files.</summary>
public sealed record CertificateFiles(string Path, string KeyPath);

/// <summary>A private authority that makes certificates for services.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private static readonly DateTimeOffset Before = DateTimeOffset.UtcNow.AddDays(-10);

    private readonly string _folder;
    private readonly X509Certificate2 _certificate;

    public CertificateAuthority(string folder, string name)
    {
        _folder = folder;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(true, false, 0, critical: true)
        );
        _certificate = request.CreateSelfSigned(Before, Before.AddYears(1));
        Path = System.IO.Path.Combine(folder, $"{name}.pem");
        File.WriteAllText(Path, _certificate.ExportCertificatePem());
    }

    public string Path { get; }

    public CertificateFiles CertificateFor(IPAddress address) =>
        Make(names => names.AddIpAddress(address), Before.AddYears(1));

    public CertificateFiles CertificateFor(string name) =>
        Make(names => names.AddDnsName(name), Before.AddYears(1));

    public CertificateFiles ExpiredCertificateFor(IPAddress address) =>
        Make(names => names.AddIpAddress(address), DateTimeOffset.UtcNow.AddDays(-1));

    public void Dispose() => _certificate.Dispose();

    private CertificateFiles Make(Action<SubjectAlternativeNameBuilder> name, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=service", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        name(names);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(
            _certificate,
            Before,
            until,
            RandomNumberGenerator.GetBytes(8)
        );
        var file = System.IO.Path.Combine(_folder, $"{Guid.NewGuid():N}");
        var files = new CertificateFiles($"{file}.pem", $"{file}.key");
        File.WriteAllText(files.Path, certificate.ExportCertificatePem());
        File.WriteAllText(files.KeyPath, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
