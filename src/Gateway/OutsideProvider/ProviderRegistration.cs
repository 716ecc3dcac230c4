using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.SignInHistory;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Assessment.Gateway.OutsideProvider;

/// <summary>The framework's OAuth 2.0 with PKCE. What it finds out waits a few minutes in a cookie of its own.</summary>
public static class ProviderRegistration
{
    public const string Scheme = "provider";

    /// <summary>The scheme of the cookie that says who somebody is outside, and nothing more.</summary>
    public const string Outside = "outside";

    /// <summary>The portal's page that goes on after the outside provider.</summary>
    public const string SignInPage = "/sign-in/provider";

    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ProviderLimit = TimeSpan.FromSeconds(10);

    public static void AddOutsideProvider(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(OutsideProvider.Section);
        var provider = section.Get<OutsideProvider>() ?? new OutsideProvider();
        builder.Services.AddSingleton(provider);
        builder.Services.AddScoped<OutsidePersons>();
        if (!provider.IsThere)
        {
            return;
        }

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
            .AddOAuth(Scheme, options => Configure(options, provider));
    }

    private static void Configure(OAuthOptions options, OutsideProvider provider)
    {
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.AuthorizationEndpoint = provider.AuthorizationEndpoint;
        options.TokenEndpoint = provider.TokenEndpoint;
        options.UserInformationEndpoint = provider.UserInformationEndpoint;
        options.CallbackPath = "/api/accounts/sign-in/provider/callback";
        options.SignInScheme = Outside;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.BackchannelTimeout = ProviderLimit;
        options.RemoteAuthenticationTimeout = Wait;
        // The way back comes from another site, by a link: the framework's own setting works over HTTPS only.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        foreach (var scope in provider.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        options.Events.OnCreatingTicket = context => IdentifyAsync(context, provider);
        options.Events.OnRemoteFailure = RefuseAsync;
    }

    private static async Task IdentifyAsync(
        OAuthCreatingTicketContext context,
        OutsideProvider provider
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            provider.UserInformationEndpoint
        );
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            context.AccessToken
        );
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await context.Backchannel.SendAsync(
            request,
            context.HttpContext.RequestAborted
        );
        answer.EnsureSuccessStatusCode();
        using var information = await JsonDocument.ParseAsync(
            await answer.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted),
            cancellationToken: context.HttpContext.RequestAborted
        );
        var subject = information.RootElement.TryGetProperty(provider.SubjectField, out var named)
            ? named.ToString()
            : "";
        if (string.IsNullOrWhiteSpace(subject))
        {
            throw new AuthenticationFailureException(
                $"The user information has no field '{provider.SubjectField}'."
            );
        }

        context.Identity!.AddClaim(new Claim(ClaimTypes.NameIdentifier, subject));
    }

    /// <summary>A wrong state, a wrong code, a person who said no, a provider that does not answer.</summary>
    private static async Task RefuseAsync(RemoteFailureContext context)
    {
        var services = context.HttpContext.RequestServices;
        services.GetRequiredService<SignInAttempts>().Count(Scheme, context.HttpContext);
        await services
            .GetRequiredService<SignInRecords>()
            .AddNobodyAsync(
                SignInOutcome.ProviderRefused,
                SignInKind.Provider,
                context.HttpContext
            );
        context.Response.Redirect($"{SignInPage}?refused=true");
        context.HandleResponse();
    }
}
