using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults.Telemetry;

/// <summary>
/// Below warnings, the web server, the HTTP client and the proxy write whole addresses, with the tokens of household
/// links and invitations in them, and the sign-in writes what it was sent. No configuration of the log levels turns
/// that on; the traces tell of each request, without the tokens.
/// </summary>
internal static class AddressesStayOutOfLogs
{
    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore",
        "System.Net.Http",
        "Yarp",
    ];

    public static void KeepAddressesOutOfLogs(this IServiceCollection services) =>
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            // For each category one rule holds, whichever is the most exact: so each of them gets the condition.
            for (var i = 0; i < options.Rules.Count; i++)
            {
                options.Rules[i] = WithoutAddresses(options.Rules[i]);
            }

            options.Rules.Insert(
                0,
                WithoutAddresses(new LoggerFilterRule(null, null, options.MinLevel, null))
            );
        });

    private static LoggerFilterRule WithoutAddresses(LoggerFilterRule rule) =>
        new(
            rule.ProviderName,
            rule.CategoryName,
            rule.LogLevel,
            (provider, category, level) =>
                (level >= LogLevel.Warning || !WritesAddresses(category))
                && rule.Filter?.Invoke(provider, category, level) != false
        );

    private static bool WritesAddresses(string? category) =>
        category is not null
        && Array.Exists(
            Categories,
            written => category.StartsWith(written, StringComparison.OrdinalIgnoreCase)
        );
}
