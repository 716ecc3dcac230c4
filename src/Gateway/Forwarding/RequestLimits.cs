using System.Threading.RateLimiting;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.Extensions.Options;

namespace Assessment.Gateway.Forwarding;

/// <summary>访问频率: what one account, or one address without an account, may ask for.</summary>
public sealed record RequestLimits
{
    public int PerSecond { get; init; } = 50;

    /// <summary>At once, after a pause: a page with its data, or a meeting hall that opens its questionnaires.</summary>
    public int Burst { get; init; } = 400;
}

public static class RequestLimiting
{
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<RequestLimits>(builder.Configuration.GetSection("Limits:Requests"));
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(KeyOf(context), _ => BucketOf(context))
            );
        });
    }

    private static string KeyOf(HttpContext context) =>
        context.User.FindFirst(CallerClaims.Subject)?.Value
        ?? context.Connection.RemoteIpAddress?.ToString()
        ?? "";

    private static TokenBucketRateLimiterOptions BucketOf(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<RequestLimits>>().Value;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = limits.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        };
    }
}
