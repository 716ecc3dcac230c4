namespace Assessment.Gateway.SignIn;

/// <summary>
/// A browser sends the cookie by itself, for requests of any page; it lets only our own pages add a header.
/// So whatever changes something on the strength of the cookie needs that header.
/// </summary>
public static class CrossSiteGuard
{
    private const string Header = "X-Requested-With";
    private const string Value = "assessment";

    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                ChangesSomething(context.Request)
                && IsByCookie(context)
                && context.Request.Headers[Header] != Value
                    ? throw new RequestMustComeFromThePortal()
                    : next(context)
        );

    private static bool ChangesSomething(HttpRequest request) =>
        request.Path.StartsWithSegments("/api")
        && !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method);

    private static bool IsByCookie(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, AuthenticationType: Sessions.Cookie };
}
