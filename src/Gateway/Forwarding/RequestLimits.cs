using System.Threading.RateLimiting;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.Extensions.Options;

namespace Assessment.Gateway.Forwarding;

/// <summary>访问频率: what one account, or one address without an account, may ask for.</summary>
public sealed record RequestLimits
{
    public int PerSecond { get; init; } = 50;

    /// <summary>At once, after a pause: a page with its data, or a hall of officials behind one address.</summary>
    public int Burst { get; init; } = 400;
}

/// <summary>
/// What one address may ask of the residents' pages. Many households come by one: a residence's shared connection, a
/// carrier's, a messenger's exit. A household needs three requests, so a whole township fits.
/// </summary>
public sealed record ResidentLimits
{
    public int PerSecond { get; init; } = 300;

    public int Burst { get; init; } = 3_000;
}

public static class RequestLimiting
{
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<RequestLimits>(
            builder.Configuration.GetSection("Limits:Requests")
        );
        builder.Services.Configure<ResidentLimits>(
            builder.Configuration.GetSection("Limits:Residents")
        );
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                ServiceForwarding.IsResidentsPage(context.Request.Path)
                    ? RateLimitPartition.GetTokenBucketLimiter(
                        $"resident {AddressOf(context)}",
                        _ => ResidentsOf(context)
                    )
                    : RateLimitPartition.GetTokenBucketLimiter(
                        KeyOf(context),
                        _ => CallersOf(context)
                    )
            );
        });
    }

    private static string KeyOf(HttpContext context) =>
        context.User.FindFirst(CallerClaims.Subject)?.Value ?? AddressOf(context);

    private static string AddressOf(HttpContext context) =>
        context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static TokenBucketRateLimiterOptions CallersOf(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<RequestLimits>>().Value;
        return Bucket(limits.PerSecond, limits.Burst);
    }

    private static TokenBucketRateLimiterOptions ResidentsOf(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<ResidentLimits>>().Value;
        return Bucket(limits.PerSecond, limits.Burst);
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int burst) =>
        new()
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        };
}
