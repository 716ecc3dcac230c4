using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Accounts;

/// <summary>首个账号: opens <c>district</c> with the configured password when there is no account at all.</summary>
public sealed partial class FirstAccount(
    IServiceScopeFactory scopes,
    IConfiguration configuration,
    ILogger<FirstAccount> log
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return;
        }

        if (configuration["Accounts:FirstPassword"] is not { Length: > 0 } password)
        {
            LogNobodyCanSignIn();
            return;
        }

        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var account = new Account
        {
            UserName = "district",
            DisplayName = "区级管理员",
            Role = Roles.District,
        };
        try
        {
            await register.OpenAsync(account, password);
        }
        catch (UserNameIsTaken)
        {
            LogOpenedByAnotherGateway();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        LogLevel.Warning,
        "There is no account and Accounts:FirstPassword is not set: nobody can sign in"
    )]
    private partial void LogNobodyCanSignIn();

    [LoggerMessage(
        LogLevel.Information,
        "Another gateway opened the first account at the same time"
    )]
    private partial void LogOpenedByAnotherGateway();
}
