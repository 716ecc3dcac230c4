using Assessment.Gateway.Accounts;

namespace Assessment.Gateway.Invitations;

/// <summary>
/// 首个账号的邀请链接: shown to whoever starts the platform and to nobody else: in a file that only its owner can read
/// (<c>Accounts:FirstInvitation</c>), or on the console. Never in the log, which goes to other places too.
/// </summary>
public sealed class FirstInvitation(IConfiguration configuration)
{
    private readonly string? _file = configuration["Accounts:FirstInvitation"];

    public async Task ShowAsync(InvitationLink link, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(_file))
        {
            await Console.Out.WriteLineAsync(
                $"First account {link.UserName}: set its password at {link.Path} (once, until {link.ExpiresAt:u})"
            );
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_file))!);
        File.Delete(_file);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(_file, options);
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync(link.Path.AsMemory(), cancellation);
    }

    /// <summary>Once taken up, the link is of no use.</summary>
    public void Forget(Account account)
    {
        if (account.UserName == FirstAccount.UserName && _file is { Length: > 0 })
        {
            File.Delete(_file);
        }
    }
}
