using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.OutsideProvider;

/// <summary>外部身份: who came back from the outside provider, and whose account that is linked to.</summary>
public sealed class OutsidePersons(
    OutsideProvider provider,
    UserManager<Account> accounts,
    AccountLog history
)
{
    /// <summary>In the properties of the way to the provider and back: the account that is to be linked.</summary>
    private const string LinkTo = "link";

    /// <exception cref="NothingIsThere">No provider is configured.</exception>
    public void MustBeThere()
    {
        if (!provider.IsThere)
        {
            throw new NothingIsThere();
        }
    }

    public static AuthenticationProperties WayToSignIn() =>
        new() { RedirectUri = ProviderRegistration.SignInPage };

    public static AuthenticationProperties WayToLink(string account) =>
        new() { RedirectUri = "/account/provider", Items = { [LinkTo] = account } };

    /// <param name="account">Who is to be linked; null to sign in.</param>
    /// <returns>The outside name of the person who came back for just that.</returns>
    /// <exception cref="ProviderSignInIsOver"/>
    public async Task<string> CameBackAsync(HttpContext context, string? account)
    {
        MustBeThere();
        var outside = await context.AuthenticateAsync(ProviderRegistration.Outside);
        return
            outside.Succeeded
            && outside.Properties.Items.TryGetValue(LinkTo, out var link) == account is not null
            && link == account
            && outside.Principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } subject
            ? subject
            : throw new ProviderSignInIsOver();
    }

    public Task<Account?> AccountOfAsync(string subject) =>
        accounts.FindByLoginAsync(ProviderRegistration.Scheme, subject);

    /// <exception cref="AccountIsLinkedAlready"/>
    /// <exception cref="OutsidePersonIsLinkedAlready"/>
    public async Task LinkAsync(Account account, string subject)
    {
        if ((await accounts.GetLoginsAsync(account)).Count > 0)
        {
            throw new AccountIsLinkedAlready();
        }

        if (await AccountOfAsync(subject) is not null)
        {
            throw new OutsidePersonIsLinkedAlready();
        }

        history.Add(account.Id, AccountEvent.ProviderLinked, account.Id);
        (
            await accounts.AddLoginAsync(
                account,
                new UserLoginInfo(ProviderRegistration.Scheme, subject, provider.Name)
            )
        ).MustSucceed();
    }

    public async Task UnlinkAsync(Account account)
    {
        foreach (var login in await accounts.GetLoginsAsync(account))
        {
            history.Add(account.Id, AccountEvent.ProviderUnlinked, account.Id);
            (
                await accounts.RemoveLoginAsync(account, login.LoginProvider, login.ProviderKey)
            ).MustSucceed();
        }
    }
}

public sealed class ProviderSignInIsOver() : DomainException(StatusCodes.Status401Unauthorized);

public sealed class OutsidePersonIsUnknown() : DomainException(StatusCodes.Status403Forbidden);

public sealed class AccountIsLinkedAlready() : DomainException(StatusCodes.Status409Conflict);

public sealed class OutsidePersonIsLinkedAlready() : DomainException(StatusCodes.Status409Conflict);
