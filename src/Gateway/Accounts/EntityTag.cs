using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Gateway.Accounts;

/// <summary>版本标识: says which version of an account somebody saw (ETag), so that nobody overwrites what another changed meanwhile.</summary>
public static class EntityTag
{
    /// <summary>Every version, as RFC 9110 has it.</summary>
    private const string Any = "*";

    /// <summary>Changes with each saving of the account, its password and second factor too.</summary>
    public static string Of(Account account) => $"\"{account.ConcurrencyStamp}\"";

    /// <param name="ifMatch">The request's header, as it came; several tags may be in it.</param>
    /// <exception cref="ChangeMustNameVersion">It is absent.</exception>
    /// <exception cref="AccountWasChangedMeanwhile">It is of another version.</exception>
    public static void MustMatch(Account account, string? ifMatch)
    {
        if (string.IsNullOrWhiteSpace(ifMatch))
        {
            throw new ChangeMustNameVersion();
        }

        var seen = ifMatch.Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (!seen.Contains(Any) && !seen.Contains(Of(account)))
        {
            throw new AccountWasChangedMeanwhile();
        }
    }
}

public sealed class ChangeMustNameVersion()
    : DomainException(StatusCodes.Status428PreconditionRequired);

public sealed class AccountWasChangedMeanwhile()
    : DomainException(StatusCodes.Status412PreconditionFailed);
