namespace Assessment.Demo;

/// <summary>The leader's account as the demo takes it up, with a second factor, which it must have to sign.</summary>
/// <param name="district">Signed in as the district, which removes a second factor that nobody knows any more.</param>
public sealed class LeaderAccount(HttpClient http, TimeProvider time, PlatformClient district)
{
    /// <returns>The leader, signed in, and the key of the authenticator app.</returns>
    public async Task<(PlatformClient Client, string Key)> SignInAsync(
        DemoAccount account,
        CancellationToken cancellationToken
    )
    {
        var client = new PlatformClient(http, time);
        try
        {
            await client.SignInAsync(account.UserName, account.Password, cancellationToken);
        }
        catch (PlatformException refusal) when (refusal.Code == "second-factor-is-needed")
        {
            await district.DeleteAsync(
                $"/api/accounts/{account.UserName}/second-factor",
                cancellationToken
            );
            await client.SignInAsync(account.UserName, account.Password, cancellationToken);
        }

        var phone = await client.EnrolAsync(_ => Task.CompletedTask, cancellationToken);
        return (client, phone.Key);
    }
}
