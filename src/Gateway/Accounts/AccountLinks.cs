namespace Assessment.Gateway.Accounts;

/// <summary>Where accounts are kept in the portal.</summary>
internal static class AccountLinks
{
    /// <returns>The path of the one account's page; of the register where they are several.</returns>
    public static string To(IReadOnlyList<string> userNames) =>
        userNames is [var only] ? $"/accounts?account={Uri.EscapeDataString(only)}" : "/accounts";
}
