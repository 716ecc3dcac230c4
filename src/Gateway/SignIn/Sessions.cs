using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.SignIn;

/// <summary>登录状态: a cookie for browsers, an opaque token for programs; both carry the same claims.</summary>
public static class Sessions
{
    public const string Cookie = "cookie";
    public const string Token = "token";
    private const string Either = "cookie-or-token";

    private static readonly TimeSpan CookieLifetime = TimeSpan.FromHours(8);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.AddKeyRing(builder.Configuration, makesKeys: true);
        builder
            .Services.AddIdentityCore<Account>(options =>
            {
                // Length rather than composition rules: those make people write passwords down (NIST SP 800-63B).
                options.Password.RequiredLength = 10;
                options.Password.RequiredUniqueChars = 1;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<GatewayDb>()
            .AddUserManager<AspNetUserManager<Account>>();
        builder
            .Services.AddAuthentication(Either)
            .AddPolicyScheme(
                Either,
                displayName: null,
                options =>
                    options.ForwardDefaultSelector = context =>
                        context.Request.Headers.ContainsKey("Authorization") ? Token : Cookie
            )
            .AddBearerToken(Token, options => options.BearerTokenExpiration = TokenLifetime)
            .AddCookie(
                Cookie,
                options =>
                {
                    options.Cookie.Name = "assessment";
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Strict;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.ExpireTimeSpan = CookieLifetime;
                    options.SlidingExpiration = true;
                    // The portal shows its own sign-in page; a program needs a status, not a page.
                    options.Events.OnRedirectToLogin = context => Answer(context.Response, 401);
                    options.Events.OnRedirectToAccessDenied = context =>
                        Answer(context.Response, 403);
                }
            );
        builder
            .Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddMemoryCache();
        builder.Services.AddScoped<PasswordCheck>();
        builder.Services.AddSingleton<SignInAttempts>();
        builder.Services.Configure<SignInLimits>(builder.Configuration.GetSection("Limits:SignIn"));
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>The signed-in person, as both kinds of session keep it.</summary>
    public static ClaimsPrincipal PrincipalOf(Account account, string scheme) =>
        new(new ClaimsIdentity(ClaimsOf(account), scheme, CallerClaims.Name, CallerClaims.Role));

    /// <summary>A token for a program, with the seconds that it holds.</summary>
    public static TokenAnswer IssueToken(
        Account account,
        BearerTokenOptions options,
        DateTimeOffset now
    )
    {
        var properties = new AuthenticationProperties
        {
            IssuedUtc = now,
            ExpiresUtc = now + TokenLifetime,
        };
        var ticket = new AuthenticationTicket(PrincipalOf(account, Token), properties, Token);
        return new TokenAnswer(
            options.BearerTokenProtector.Protect(ticket),
            (long)TokenLifetime.TotalSeconds
        );
    }

    private static IEnumerable<Claim> ClaimsOf(Account account)
    {
        yield return new Claim(CallerClaims.Subject, account.Id);
        yield return new Claim(CallerClaims.Name, account.UserName!);
        yield return new Claim(SessionClaims.DisplayName, account.DisplayName);
        yield return new Claim(CallerClaims.Role, account.Role);
        yield return new Claim(SessionClaims.Stamp, account.SecurityStamp!);
        if (account.Township is { } township)
        {
            yield return new Claim(CallerClaims.Township, township);
        }

        if (account.Department is { } department)
        {
            yield return new Claim(CallerClaims.Department, department);
        }

        if (account.Area is { } area)
        {
            yield return new Claim(CallerClaims.Area, area);
        }
    }
}

/// <summary>Claims of a session beside those of <see cref="CallerClaims"/>.</summary>
public static class SessionClaims
{
    public const string DisplayName = "display_name";

    /// <summary>Changes with the password; never leaves the gateway.</summary>
    public const string Stamp = "stamp";
}

/// <param name="ExpiresIn">Seconds.</param>
public sealed record TokenAnswer(string AccessToken, long ExpiresIn);
