namespace Assessment.LocalServers.Processes;

/// <summary>What runs the rest of a command line as another account, with none of root's groups.</summary>
public static class AccountSwitch
{
    /// <param name="account">None: the account stays.</param>
    /// <param name="deathSignal">
    /// What the kernel sends when the parent is gone; a change of the account forgets what was asked for before.
    /// </param>
    public static IEnumerable<string> Command(string? account, string? deathSignal = null)
    {
        string[] options =
        [
            .. deathSignal is null ? (string[])[] : ["--pdeathsig", deathSignal],
            .. account is null
                ? (string[])[]
                : [$"--reuid={account}", $"--regid={account}", "--clear-groups", "--no-new-privs"],
        ];
        return options.Length == 0 ? [] : ["setpriv", .. options];
    }
}
