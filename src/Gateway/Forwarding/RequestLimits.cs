using System.Threading.RateLimiting;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.Extensions.Options;

namespace Assessment.Gateway.Forwarding;

/// <summary>访问频率: what one account, or one address without an account, may ask for.</summary>
public sealed record RequestLimits
{
    public int PerSecond { get; init; } = 50;

    /// <summary>At once, after a pause: a page with its data.</summary>
    public int Burst { get; init; } = 400;
}

/// <summary>What all accounts behind one address may ask for together: a hall of officials, but not a thousand stolen sessions.</summary>
public sealed record AddressLimits
{
    public int PerSecond { get; init; } = 300;

    public int Burst { get; init; } = 3_000;
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
        builder.Services.Configure<AddressLimits>(
            builder.Configuration.GetSection("Limits:Addresses")
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
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(ByPerson),
                PartitionedRateLimiter.Create<HttpContext, string>(ByAddress)
            );
        });
    }

    private static RateLimitPartition<string> ByPerson(HttpContext context) =>
        ServiceForwarding.IsResidentsPage(context.Request.Path)
            ? RateLimitPartition.GetNoLimiter("resident")
            : RateLimitPartition.GetTokenBucketLimiter(
                context.User.FindFirst(CallerClaims.Subject)?.Value ?? AddressOf(context),
                _ => PersonsOf(context)
            );

    private static RateLimitPartition<string> ByAddress(HttpContext context) =>
        ServiceForwarding.IsResidentsPage(context.Request.Path)
            ? RateLimitPartition.GetTokenBucketLimiter(
                $"resident {AddressOf(context)}",
                _ => ResidentsOf(context)
            )
            : RateLimitPartition.GetTokenBucketLimiter(
                AddressOf(context),
                _ => AddressesOf(context)
            );

    private static string AddressOf(HttpContext context) =>
        context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static TokenBucketRateLimiterOptions PersonsOf(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<RequestLimits>>().Value;
        return Bucket(limits.PerSecond, limits.Burst);
    }

    private static TokenBucketRateLimiterOptions AddressesOf(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<AddressLimits>>().Value;
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
