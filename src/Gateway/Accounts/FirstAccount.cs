using Assessment.Gateway.Invitations;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Accounts;

/// <summary>
/// 首个账号: opens <c>district</c> when there is no account at all, and invites whoever started the platform to it. As
/// long as nobody took that up, each start makes a new link and the older one void.
/// </summary>
public sealed partial class FirstAccount(
    IServiceScopeFactory scopes,
    FirstInvitation invitation,
    ILogger<FirstAccount> log
) : IHostedService
{
    public const string UserName = "district";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var invitations = scope.ServiceProvider.GetRequiredService<InvitationRegister>();
        if (!await db.Users.AnyAsync(cancellationToken))
        {
            await OpenAsync(scope.ServiceProvider, cancellationToken);
        }

        // Everybody else is there by its doing, so it alone can be without a password and nobody there to help.
        var first = await db.Users.SingleOrDefaultAsync(
            account =>
                account.UserName == UserName
                && account.Duties.Any(duty => duty.Role == Roles.District),
            cancellationToken
        );
        if (
            first is { PasswordHash: null, DisabledAt: null }
            && !await db.Users.AnyAsync(
                account =>
                    account.Duties.Any(duty => duty.Role == Roles.District)
                    && account.PasswordHash != null,
                cancellationToken
            )
        )
        {
            var link = await invitations.InviteAsync(first, by: null, cancellationToken);
            await invitation.ShowAsync(link, cancellationToken);
            LogInvited();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var account = new Account
        {
            UserName = UserName,
            DisplayName = RoleWords.Of(Roles.District),
        };
        account.TakeOn([Duty.Of(Roles.District, [], [], area: null)]);
        try
        {
            await services
                .GetRequiredService<AccountRegister>()
                .OpenAsync(account, by: null, cancellationToken);
        }
        catch (UserNameIsTaken)
        {
            LogOpenedByAnotherGateway();
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "The first account awaits its password: the link is where the start shows it"
    )]
    private partial void LogInvited();

    [LoggerMessage(
        LogLevel.Information,
        "Another gateway opened the first account at the same time"
    )]
    private partial void LogOpenedByAnotherGateway();
}
