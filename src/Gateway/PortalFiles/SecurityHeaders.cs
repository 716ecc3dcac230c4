namespace Assessment.Gateway.PortalFiles;

/// <summary>What a browser may do with what this gateway sends. A service may be stricter for its own pages.</summary>
public static class SecurityHeaders
{
    // Ant Design writes its styles into the page at run time, hence 'unsafe-inline' for styles; never for scripts.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    /// <summary>Browsers that came by HTTPS once come by nothing else for a year; other names of the domain are not ours to bind.</summary>
    public static void AddStrictTransport(this WebApplicationBuilder builder) =>
        builder.Services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = false;
        });

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.TryAdd("Content-Security-Policy", ContentPolicy);
                    headers.TryAdd("X-Content-Type-Options", "nosniff");
                    headers.TryAdd("X-Frame-Options", "DENY");
                    // A resident's link is a secret in the address; it must not leak to another site.
                    headers.TryAdd("Referrer-Policy", "same-origin");
                    headers.TryAdd(
                        "Permissions-Policy",
                        "camera=(), geolocation=(), microphone=()"
                    );
                    headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
