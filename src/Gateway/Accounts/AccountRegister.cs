using Assessment.Gateway.ApiKeys;
using Assessment.Gateway.Invitations;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;
using Assessment.Gateway.Townships;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
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
        var link = account.IsProgram
            ? null
            : await invitations.InviteAsync(account, by.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        return link;
    }

    /// <param name="by">Null where the platform itself opens it: the first one.</param>
    /// <exception cref="UserNameIsTaken"/>
    /// <exception cref="StaffRecordHasAccount"/>
    public async Task OpenAsync(Account account, string? by, CancellationToken cancellation)
    {
        await StaffMustBeFreeAsync(account, cancellation);
        var made = await accounts.CreateAsync(account);
        if (
            made.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName))
        )
        {
            throw new UserNameIsTaken(account.UserName!);
        }

        made.MustSucceed();
        history.Add(account.Id, AccountEvent.Opened, by, RolesOf(account));
        await db.SaveChangesAsync(cancellation);
        LogOpened(account.Id, RolesOf(account), account.Township);
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

        if (account.IsProgram)
        {
            throw new ProgramsAndPeopleStayApart();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var link = await invitations.InviteAsync(account, by.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        LogChanged(account.Id, AccountEvent.Invited);
        return link;
    }

    /// <param name="ifMatch">Which version of the account is to be changed.</param>
    /// <exception cref="EditMustNameItsVersion"/>
    /// <exception cref="SomebodyElseWasFaster"/>
    public async Task ChangeAsync(
        string userName,
        AccountChange change,
        string? ifMatch,
        AccountKeeper by,
        CancellationToken cancellation
    )
    {
        var account = await KeptAsync(userName, by);
        EntityTags.MustMatch(ifMatch, account.Tag, AccountLine.Of(account, clock.GetUtcNow()));
        var duties = DutyRules.Decide(change.Duties, account.Township, by);
        if (duties.Any(duty => duty.Role == Roles.Feed) != account.IsProgram)
        {
            throw new ProgramsAndPeopleStayApart();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!duties.Any(duty => duty.Role == Roles.District))
        {
            await MustNotBeLastDistrictAsync(account, cancellation);
        }

        account.DisplayName = DisplayName.Of(change.DisplayName);
        account.Staff = StaffRecord.Of(change.Staff, account.Township);
        account.TakeOn(duties);
        await StaffMustBeFreeAsync(account, cancellation);
        history.Add(account.Id, AccountEvent.Changed, by.Id, RolesOf(account));
        var saved = await accounts.UpdateAsync(account);
        if (
            saved.Errors.Any(error =>
                error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)
            )
        )
        {
            // What was not saved must not be shown as what is there.
            db.ChangeTracker.Clear();
            throw new SomebodyElseWasFaster(
                AccountLine.Of(await SeenAsync(userName, by), clock.GetUtcNow())
            );
        }

        saved.MustSucceed();
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
        if (!account.Has(Roles.District))
        {
            return;
        }

        // Changes nothing, but makes concurrent callers wait until this is done.
        await db
            .Users.Where(other => other.Duties.Any(duty => duty.Role == Roles.District))
            .ExecuteUpdateAsync(
                change =>
                    change.SetProperty(other => other.DisplayName, other => other.DisplayName),
                cancellation
            );
        if (
            !await db.Users.AnyAsync(
                other =>
                    other.Duties.Any(duty => duty.Role == Roles.District)
                    && other.DisabledAt == null
                    && other.Id != account.Id,
                cancellation
            )
        )
        {
            throw new LastDistrictAccountStays();
        }
    }

    /// <summary>Within a transaction. The index would refuse it too, but with no word of whose the record is.</summary>
    private async Task StaffMustBeFreeAsync(Account account, CancellationToken cancellation)
    {
        if (account.Staff is not { } staff)
        {
            return;
        }

        // Changes nothing, but makes concurrent callers of the township wait until this is done.
        await db
            .Townships.Where(township => township.Id == account.Township)
            .ExecuteUpdateAsync(
                change => change.SetProperty(township => township.Name, township => township.Name),
                cancellation
            );
        var other = await db
            .Users.Where(other =>
                other.Township == account.Township && other.Staff == staff && other.Id != account.Id
            )
            .Select(other => other.UserName)
            .FirstOrDefaultAsync(cancellation);
        if (other is not null)
        {
            throw new StaffRecordHasAccount(staff, other);
        }
    }

    private static string RolesOf(Account account) => string.Join(',', account.RolesOfDuties);

    [LoggerMessage(
        LogLevel.Information,
        "Account {Account} opened with roles {Roles} in township {Township}"
    )]
    private partial void LogOpened(string account, string roles, string? township);

    [LoggerMessage(LogLevel.Information, "Account {Account}: {Event}")]
    private partial void LogChanged(string account, AccountEvent @event);
}
