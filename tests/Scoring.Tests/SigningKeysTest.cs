using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Assessment.Archives.Signing;
using Assessment.Scoring.Signing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>The deployment's signing keys, in a deployment of their own: there is no key before somebody signs.</summary>
public sealed class SigningKeysTest : IAsyncLifetime
{
    private static readonly byte[] Content = "清单"u8.ToArray();
    private readonly ScoringHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task FirstNeedOfSeveralAtOnce_MakesOneKey()
    {
        Assert.Empty(await ListAsync());

        var signatures = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(SignAsync))
        );

        var key = Assert.Single(await ListAsync());
        Assert.All(signatures, signed => Assert.True(Verifies(key, signed)));
        Assert.Null(key!["until"]);
    }

    [Fact]
    public async Task Rotation_KeepsTheOldKeyForWhatItSigned()
    {
        var before = await SignAsync();
        var old = (string)(await ListAsync())[0]!["fingerprint"]!;

        using var rotated = await RotateAsync(old);
        rotated.EnsureSuccessStatusCode();
        var after = await SignAsync();

        var keys = await ListAsync();
        Assert.Equal(2, keys.Count);
        Assert.Equal(old, (string)keys[1]!["fingerprint"]!);
        Assert.Equal((string)keys[0]!["since"]!, (string)keys[1]!["until"]!);
        Assert.True(Verifies(keys[1]!, before));
        Assert.True(Verifies(keys[0]!, after));
        Assert.False(Verifies(keys[1]!, after));
        using var again = await RotateAsync(old);
        Assert.Contains(
            DomainException.CodeOf(typeof(SigningKeyToReplaceMustBeTheCurrentOne)),
            await again.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await ListAsync()).Count);
    }

    [Fact]
    public async Task RotationsAtTheSameMoment_MakeOneKey()
    {
        await SignAsync();
        var old = (string)(await ListAsync())[0]!["fingerprint"]!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RotateAsync(old)));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.Equal(2, (await ListAsync()).Count);
    }

    [Fact]
    public async Task Fingerprint_IsThatOfThePublicKey_AndNothingPrivateIsShown()
    {
        await SignAsync();

        using var everybody = _host.Anonymous();
        var shown = await everybody.GetStringAsync("/api/scoring/signing-keys");

        var key = JsonNode.Parse(shown)![0]!;
        Assert.Equal(
            (string)key["fingerprint"]!,
            PublicKeys.FingerprintOf((string)key["publicKey"]!)
        );
        Assert.DoesNotContain("PRIVATE", shown, StringComparison.Ordinal);
        Assert.Equal(
            ["fingerprint", "publicKey", "since", "until"],
            key.AsObject().Select(field => field.Key)
        );
    }

    private async Task<byte[]> SignAsync()
    {
        using var signature = await _host.Part<SigningKeys>().OpenAsync(CancellationToken.None);
        return signature.Sign(Content);
    }

    private async Task<JsonArray> ListAsync()
    {
        using var everybody = _host.Anonymous();
        return (await TownshipYear.GetAsync(everybody, "/api/scoring/signing-keys")).AsArray();
    }

    private Task<HttpResponseMessage> RotateAsync(string replaces) =>
        _host
            .As(township: null, Roles.Ops)
            .PostAsJsonAsync("/api/scoring/signing-keys", new { replaces });

    private static bool Verifies(JsonNode? key, byte[] signature)
    {
        using var verifier = ECDsa.Create();
        verifier.ImportFromPem((string)key!["publicKey"]!);
        return verifier.VerifyData(
            Content,
            signature,
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
    }
}
