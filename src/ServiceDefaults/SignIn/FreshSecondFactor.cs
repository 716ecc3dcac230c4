using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.SignIn;

/// <summary>
/// 再次出示动态口令: what binds a whole township is not done by whoever finds a session open. The endpoint demands that the
/// second factor (第二因素) was shown a moment ago; <c>docs/permissions.md</c> shows which do.
/// </summary>
public sealed class FreshSecondFactor : IEndpointFilter
{
    /// <summary>For so long what was shown counts, this moment included.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    internal static readonly FreshSecondFactor Instance = new();

    private FreshSecondFactor() { }

    public ValueTask<object?> InvokeAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var shown =
            context.HttpContext.User.SecondFactorAt()
            ?? throw new SecondFactorMustBeEnrolledFirst();
        var time = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        return time.GetUtcNow() - shown <= Lifetime
            ? next(context)
            : throw new SecondFactorMustBeFresh();
    }
}

public static class FreshSecondFactors
{
    /// <summary>Who may call the endpoint must besides have shown the second factor within the last five minutes.</summary>
    /// <exception cref="SecondFactorMustBeEnrolledFirst">The caller has none.</exception>
    /// <exception cref="SecondFactorMustBeFresh">It was shown too long ago.</exception>
    public static TBuilder RequireFreshSecondFactor<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .AddEndpointFilter(FreshSecondFactor.Instance)
            .WithMetadata(FreshSecondFactor.Instance);
}

public sealed class SecondFactorMustBeFresh() : DomainException(StatusCodes.Status403Forbidden);

public sealed class SecondFactorMustBeEnrolledFirst()
    : DomainException(StatusCodes.Status403Forbidden);
