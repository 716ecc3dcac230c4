using System.Security.Cryptography;
using System.Text.Json;

namespace Assessment.Demo;

/// <summary>
/// The platform's first account as the demo takes it up: it accepts the invitation, enrols a second factor and signs in
/// with both, as a person would. What it thought of is in a file that only its owner reads, so that it can go on later.
/// </summary>
/// <param name="invitation">Path of the link that the start gave; nothing where it was taken up before.</param>
public sealed class DistrictAccount(
    HttpClient http,
    TimeProvider time,
    string file,
    string? invitation
)
{
    private const string UserName = "district";
    private Authenticator? _phone;

    /// <exception cref="PlatformException">The account is somebody else's.</exception>
    public async Task<PlatformClient> SignInAsync(CancellationToken cancellationToken)
    {
        var kept = await ReadAsync(cancellationToken);
        _phone ??= kept.Key is { } key ? new Authenticator(key, time) : null;
        var client = new PlatformClient(http, time);
        if (!string.IsNullOrWhiteSpace(invitation) && kept.Key is null)
        {
            await AcceptAsync(client, kept.Password, cancellationToken);
        }

        if (await client.SignInAsync(UserName, kept.Password, cancellationToken, _phone))
        {
            _phone = await client.EnrolAsync(
                key => WriteAsync(kept with { Key = key }, cancellationToken),
                cancellationToken
            );
        }

        return client;
    }

    /// <summary>The account as the demo shows it.</summary>
    public async Task<DemoAccount> ShownAsync(CancellationToken cancellationToken)
    {
        var kept = await ReadAsync(cancellationToken);
        return new DemoAccount(UserName, "district", "区级管理员", kept.Password, kept.Key);
    }

    private async Task AcceptAsync(
        PlatformClient client,
        string password,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await client.AcceptAsync(invitation!.Trim(), password, cancellationToken);
        }
        catch (PlatformException refusal) when (refusal.Code == "invitation-is-not-valid")
        {
            // Accepted before an interruption, or by a person; signing in will tell.
        }
    }

    private async Task<Kept> ReadAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            return JsonSerializer.Deserialize<Kept>(
                await File.ReadAllTextAsync(file, cancellationToken)
            )!;
        }

        var kept = new Kept(GeneratedPassword.Create(), Key: null);
        await WriteAsync(kept, cancellationToken);
        return kept;
    }

    private async Task WriteAsync(Kept kept, CancellationToken cancellationToken)
    {
        File.Delete(file);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new FileStream(file, options);
        await JsonSerializer.SerializeAsync(stream, kept, cancellationToken: cancellationToken);
    }

    private sealed record Kept(string Password, string? Key);
}

/// <summary>Copied by hand, so without letters that look alike.</summary>
public static class GeneratedPassword
{
    private const int Length = 18; // of 54 letters: 103 bits
    private const string Unambiguous = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string Create() => RandomNumberGenerator.GetString(Unambiguous, Length);
}
