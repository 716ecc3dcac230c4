using Assessment.Gateway.SignIn;
using Assessment.Gateway.SignInHistory;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Assessment.Gateway.OutsideProvider;

/// <summary>外部登录没有完成: the outside provider does not answer, or not as it should.</summary>
public sealed partial class ProviderFault(
    IOptionsMonitor<OpenIdConnectOptions> options,
    SignInRecords records,
    ILogger<ProviderFault> log
)
{
    /// <summary>The portal's page that says so.</summary>
    public const string Page = $"{ProviderRegistration.SignInPage}?refused=true";

    /// <summary>Whether the provider says where people sign in; once it did, that is known for a while.</summary>
    public async Task<bool> IsAwayAsync(HttpContext context)
    {
        try
        {
            await options
                .Get(ProviderRegistration.Scheme)
                .ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            return false;
        }
        catch (InvalidOperationException failure)
        {
            LogAway(failure);
            await RecordAsync(context);
            return true;
        }
    }

    public Task RecordAsync(HttpContext context) =>
        records.AddNobodyAsync(SignInOutcome.ProviderRefused, SignInKind.Provider, context);

    [LoggerMessage(
        LogLevel.Warning,
        "The outside provider does not say where people sign in: its discovery document cannot be read"
    )]
    private partial void LogAway(Exception failure);
}
