namespace Assessment.LocalHosting.Processes;

/// <summary>setpriv's arguments for running as another account, with none of root's groups.</summary>
internal static class AccountSwitch
{
    public static IEnumerable<string> Arguments(string? account) =>
        account is null
            ? []
            : [$"--reuid={account}", $"--regid={account}", "--clear-groups", "--no-new-privs"];
}
