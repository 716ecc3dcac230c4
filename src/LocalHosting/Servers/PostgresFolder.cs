using System.Security.Cryptography;
using System.Text;
using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Processes;

namespace Assessment.LocalHosting.Servers;

/// <summary>
/// PostgreSQL refuses to run as root. Under root it runs as the package's account, which must own the folder
/// and be able to enter it.
/// </summary>
internal static class PostgresFolder
{
    private const string Root = "/var/lib/local-hosting";

    public static string? Account => Environment.IsPrivilegedProcess ? "postgres" : null;

    public static async Task<string> ReadyAsync(
        string wanted,
        string? account,
        CancellationToken cancellationToken
    )
    {
        if (account is null)
        {
            Directory.CreateDirectory(wanted);
            return wanted;
        }
        if (await IsEnterableAsync(wanted, account, cancellationToken))
        {
            return wanted;
        }
        // A clone below /root, for instance.
        var elsewhere = Elsewhere(wanted);
        DataFolder.Open(Path.GetDirectoryName(elsewhere)!);
        return await IsEnterableAsync(elsewhere, account, cancellationToken)
            ? elsewhere
            : throw new CannotHostException(
                $"账户 {account} 进不了 {wanted}，也进不了 {elsewhere}。"
            );
    }

    /// <summary>The same folder for the same wish each time, so that data is found again.</summary>
    internal static string Elsewhere(string wanted)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)));
        return Path.Combine(Root, hash[..16]);
    }

    private static async Task<bool> IsEnterableAsync(
        string folder,
        string account,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        await OneShot.RequireAsync(null, null, cancellationToken, "chown", $"{account}:", folder);
        var (exitCode, _) = await OneShot.RunAsync(
            account,
            null,
            cancellationToken,
            "test",
            "-w",
            folder
        );
        return exitCode == 0;
    }
}
