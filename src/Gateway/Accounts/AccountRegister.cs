using Assessment.Gateway.ApiKeys;
using Assessment.Gateway.Invitations;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;
using Assessment.Gateway.Townships;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Accounts;

/// <summary>账号名册: opens accounts, changes, disables and enables them; each step goes into the account's log.</summary>
public sealed partial class AccountRegister(
    UserManager<Account> accounts,
    GatewayDb db,
    InvitationRegister invitations,
    SessionRegister sessions,
    KeyRegister keys,
    AccountLog history,
    TimeProvider clock,
    ILogger<AccountRegister> log
)
{
    /// <returns>The link by which the person sets the password; null for a program, which gets keys.</returns>
    public async Task<InvitationLink?> OpenAsync(
        NewAccount request,
        AccountKeeper by,
        CancellationToken cancellation
    )
    {
        var account = request.Decide(by);
        if (
            account.Township is { } township
            && !await db.Townships.AnyAsync(t => t.Id == township, cancellation)
        )
        {
            throw new TownshipIsUnknown(township);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await OpenAsync(account, by.Id, cancellation);
        var link =
            account.Role == Roles.Feed
                ? null
                : await invitations.InviteAsync(account, by.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        return link;
    }

    /// <param name="by">Null where the platform itself opens it: the first one.</param>
    public async Task OpenAsync(Account account, string? by, CancellationToken cancellation)
    {
        var made = await accounts.CreateAsync(account);
        if (
            made.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName))
        )
        {
            throw new UserNameIsTaken(account.UserName!);
        }

        made.MustSucceed();
        history.Add(account.Id, AccountEvent.Opened, by, account.Role);
        await db.SaveChangesAsync(cancellation);
        LogOpened(account.Id, account.Role, account.Township);
    }

    /// <exception cref="NothingIsThere">There is none, or it is not the keeper's.</exception>
    public async Task<Account> KeptAsync(string userName, AccountKeeper by)
    {
        var account = await accounts.FindByNameAsync(userName) ?? throw new NothingIsThere();
        by.CheckPermission(account);
        return account;
    }

    /// <summary>To be read: one's own too.</summary>
    /// <exception cref="NothingIsThere">There is none, or it is not the keeper's.</exception>
    public async Task<Account> SeenAsync(string userName, AccountKeeper by) =>
        await accounts.FindByNameAsync(userName) is { } account && by.Sees(account)
            ? account
            : throw new NothingIsThere();

    public async Task<InvitationLink> InviteAgainAsync(
        string userName,
        AccountKeeper by,
        CancellationToken cancellation
    )
    {
        var account = await KeptAsync(userName, by);
        if (account.DisabledAt is not null)
        {
            throw new AccountMustBeEnabled();
        }

        if (account.Role == Roles.Feed)
        {
            throw new ProgramsAndPeopleStayApart();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var link = await invitations.InviteAsync(account, by.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        LogChanged(account.Id, AccountEvent.Invited);
        return link;
    }

    public async Task ChangeAsync(
        string userName,
        AccountChange change,
        AccountKeeper by,
        CancellationToken cancellation
    )
    {
        var account = await KeptAsync(userName, by);
        var duty = Duty.Decide(
            change.Role,
            account.Township,
            change.Departments,
            change.Campaigns,
            change.Area,
            by
        );
        if ((duty.Role == Roles.Feed) != (account.Role == Roles.Feed))
        {
            throw new ProgramsAndPeopleStayApart();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (duty.Role != Roles.District)
        {
            await MustNotBeLastDistrictAsync(account, cancellation);
        }

        account.DisplayName = DisplayName.Of(change.DisplayName);
        duty.Give(account);
        history.Add(account.Id, AccountEvent.Changed, by.Id, duty.Role);
        (await accounts.UpdateAsync(account)).MustSucceed();
        // What a session says of its account was true when it began.
        await sessions.EndAllAsync(account.Id, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        LogChanged(account.Id, AccountEvent.Changed);
    }

    public async Task DisableAsync(
        string userName,
        AccountKeeper by,
        CancellationToken cancellation
    )
    {
        var account = await KeptAsync(userName, by);
        if (account.DisabledAt is not null)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await MustNotBeLastDistrictAsync(account, cancellation);
        account.DisabledAt = clock.GetUtcNow();
        history.Add(account.Id, AccountEvent.Disabled, by.Id);
        (await accounts.UpdateAsync(account)).MustSucceed();
        await invitations.EndAsync(account, cancellation);
        await keys.RevokeAllAsync(account.Id, cancellation);
        await sessions.EndAllAsync(account.Id, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        LogChanged(account.Id, AccountEvent.Disabled);
    }

    public async Task EnableAsync(string userName, AccountKeeper by, CancellationToken cancellation)
    {
        var account = await KeptAsync(userName, by);
        if (account.DisabledAt is null)
        {
            return;
        }

        account.DisabledAt = null;
        history.Add(account.Id, AccountEvent.Enabled, by.Id);
        (await accounts.UpdateAsync(account)).MustSucceed();
        LogChanged(account.Id, AccountEvent.Enabled);
    }

    /// <summary>Within a transaction: two who take each other's account away at the same time must not both succeed.</summary>
    private async Task MustNotBeLastDistrictAsync(Account account, CancellationToken cancellation)
    {
        if (account.Role != Roles.District)
        {
            return;
        }

        // Changes nothing, but makes concurrent callers wait until this is done.
        await db
            .Users.Where(other => other.Role == Roles.District)
            .ExecuteUpdateAsync(
                change => change.SetProperty(other => other.Role, other => other.Role),
                cancellation
            );
        if (
            !await db.Users.AnyAsync(
                other =>
                    other.Role == Roles.District
                    && other.DisabledAt == null
                    && other.Id != account.Id,
                cancellation
            )
        )
        {
            throw new LastDistrictAccountStays();
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Account {Account} opened with role {Role} in township {Township}"
    )]
    private partial void LogOpened(string account, string role, string? township);

    [LoggerMessage(LogLevel.Information, "Account {Account}: {Event}")]
    private partial void LogChanged(string account, AccountEvent @event);
}
