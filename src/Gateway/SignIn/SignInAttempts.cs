using System.Threading.RateLimiting;
using Assessment.Gateway.SignInHistory;
using Microsoft.Extensions.Options;

namespace Assessment.Gateway.SignIn;

/// <summary>How often one may try to sign in within a minute.</summary>
public sealed record SignInLimits
{
    /// <summary>One user name from one address.</summary>
    public int PerNameAndAddress { get; init; } = 10;

    /// <summary>Any user names from one address, behind which a whole office may sit.</summary>
    public int PerAddress { get; init; } = 60;
}

/// <summary>登录尝试次数: slows guessing down before a password is even checked.</summary>
public sealed class SignInAttempts(IOptions<SignInLimits> limits, RefusedSignIns refused)
    : IDisposable
{
    private readonly PartitionedRateLimiter<(string Name, string Address)> _limiter =
        PartitionedRateLimiter.CreateChained(
            PerMinute(
                attempt => attempt.Name.ToUpperInvariant() + "|" + attempt.Address,
                limits.Value.PerNameAndAddress
            ),
            PerMinute(attempt => attempt.Address, limits.Value.PerAddress)
        );

    /// <exception cref="TooManySignIns"/>
    public void Count(string userName, HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(
            (userName, context.Connection.RemoteIpAddress?.ToString() ?? "")
        );
        if (!lease.IsAcquired)
        {
            refused.Count(SignInOutcome.TooMany);
            throw new TooManySignIns();
        }
    }

    public void Dispose() => _limiter.Dispose();

    private static PartitionedRateLimiter<(string Name, string Address)> PerMinute(
        Func<(string Name, string Address), string> key,
        int attempts
    ) =>
        PartitionedRateLimiter.Create<(string Name, string Address), string>(attempt =>
            RateLimitPartition.GetFixedWindowLimiter(
                key(attempt),
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = attempts,
                    Window = TimeSpan.FromMinutes(1),
                }
            )
        );
}
