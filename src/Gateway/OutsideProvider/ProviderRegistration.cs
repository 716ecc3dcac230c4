using System.Security.Claims;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.SignInHistory;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Assessment.Gateway.OutsideProvider;

/// <summary>
/// The framework's OpenID Connect: an authorization code with PKCE, and an id token whose signature, issuer, audience,
/// nonce and time are checked. What it finds out waits a few minutes in a cookie of its own.
/// </summary>
public static class ProviderRegistration
{
    public const string Scheme = "provider";

    /// <summary>The scheme of the cookie that says who somebody is outside, and nothing more.</summary>
    public const string Outside = "outside";

    /// <summary>The portal's page that goes on after the outside provider.</summary>
    public const string SignInPage = "/sign-in/provider";

    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    public static void AddOutsideProvider(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(OutsideProvider.Section);
        var provider = section.Get<OutsideProvider>() ?? new OutsideProvider();
        builder.Services.AddSingleton(provider);
        builder.Services.AddScoped<OutsidePersons>();
        builder.Services.AddScoped<ProviderFault>();
        if (!provider.IsThere)
        {
            return;
        }

        provider.MustBeUsable();
        builder.Services.AddProviderClient();
        builder
            .Services.AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<IHttpClientFactory>(
                (options, clients) => options.Backchannel = clients.CreateClient(Scheme)
            );
        builder
            .Services.AddAuthentication()
            .AddCookie(
                Outside,
                options =>
                {
                    options.Cookie.Name = "assessment-outside";
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Strict;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.ExpireTimeSpan = Wait;
                    options.SlidingExpiration = false;
                }
            )
            .AddOpenIdConnect(Scheme, options => Configure(options, provider));
    }

    private static void Configure(OpenIdConnectOptions options, OutsideProvider provider)
    {
        options.Authority = provider.Authority;
        options.RequireHttpsMetadata = provider.RequireHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = "/api/accounts/sign-in/provider/callback";
        // Nobody is signed out from outside: a session ends here.
        options.RemoteSignOutPath = PathString.Empty;
        options.SignedOutCallbackPath = PathString.Empty;
        options.SignInScheme = Outside;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.MapInboundClaims = false;
        options.RemoteAuthenticationTimeout = Wait;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        // The way back comes from another site, by a link: the framework's own setting works over HTTPS only.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        foreach (var scope in provider.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        options.Events.OnTokenValidated = context => Identify(context, provider);
        options.Events.OnRemoteFailure = RefuseAsync;
    }

    /// <summary>Of all that the id token says, only who it is stays.</summary>
    private static Task Identify(TokenValidatedContext context, OutsideProvider provider)
    {
        var subject = context.Principal?.FindFirstValue(provider.SubjectClaim);
        // The framework takes a token without a signature when it came straight from the provider.
        if (string.IsNullOrEmpty(context.SecurityToken.RawSignature))
        {
            context.Fail("The id token is not signed.");
        }
        else if (string.IsNullOrWhiteSpace(subject))
        {
            context.Fail($"The id token has no claim '{provider.SubjectClaim}'.");
        }
        else
        {
            context.Principal = new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, subject)], Scheme)
            );
        }

        return Task.CompletedTask;
    }

    /// <summary>A wrong state, a wrong code or token, a person who said no, a provider that does not answer.</summary>
    private static async Task RefuseAsync(RemoteFailureContext context)
    {
        var services = context.HttpContext.RequestServices;
        services.GetRequiredService<SignInAttempts>().Count(Scheme, context.HttpContext);
        await services.GetRequiredService<ProviderFault>().RecordAsync(context.HttpContext);
        context.Response.Redirect(ProviderFault.Page);
        context.HandleResponse();
    }
}
