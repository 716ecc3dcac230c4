using System.Security.Cryptography;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Assessment.Gateway.SecondFactor;

/// <summary>
/// The framework's store of accounts, with the keys of authenticator apps and the recovery codes encrypted: whoever has
/// a copy of the database alone cannot make codes.
/// </summary>
public sealed class AccountStore(
    GatewayDb db,
    IDataProtectionProvider protection,
    IdentityErrorDescriber describer
) : UserOnlyStore<Account, GatewayDb>(db, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector(
        "Assessment.SecondFactor",
        "v1"
    );

    public override Task SetTokenAsync(
        Account user,
        string loginProvider,
        string name,
        string? value,
        CancellationToken cancellationToken
    ) =>
        base.SetTokenAsync(
            user,
            loginProvider,
            name,
            value is null ? null : _protector.Protect(value),
            cancellationToken
        );

    /// <exception cref="SecondFactorCannotBeRead">The key ring that it was encrypted with is gone.</exception>
    public override async Task<string?> GetTokenAsync(
        Account user,
        string loginProvider,
        string name,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return
                await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value
                ? _protector.Unprotect(value)
                : null;
        }
        catch (CryptographicException)
        {
            throw new SecondFactorCannotBeRead();
        }
    }
}
