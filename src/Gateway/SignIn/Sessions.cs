using System.Security.Claims;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.ApiKeys;
using Assessment.Gateway.Passwords;
using Assessment.Gateway.SecondFactor;
using Assessment.Gateway.SignInHistory;
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
    private const string OneOfThem = "cookie-token-or-key";

    private static readonly TimeSpan CookieLifetime = TimeSpan.FromHours(8);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.AddKeyRing(builder.Configuration, makesKeys: true);
        builder
            .Services.AddIdentityCore<Account>(options =>
            {
                // What a password must be is said by PasswordRules.
                options.Password.RequiredLength = PasswordRules.Least;
                options.Password.RequiredUniqueChars = 1;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddUserStore<AccountStore>()
            .AddUserManager<AspNetUserManager<Account>>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        builder
            .Services.AddAuthentication(OneOfThem)
            .AddPolicyScheme(
                OneOfThem,
                displayName: null,
                options =>
                    options.ForwardDefaultSelector = context =>
                        ApiKeySignIn.IsUsedBy(context.Request) ? ApiKeySignIn.Scheme
                        : context.Request.Headers.ContainsKey("Authorization") ? Token
                        : Cookie
            )
            .AddScheme<AuthenticationSchemeOptions, ApiKeySignIn>(
                ApiKeySignIn.Scheme,
                configureOptions: null
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
        builder.Services.AddScoped<SessionRegister>();
        builder.Services.AddScoped<SignInCheck>();
        builder.Services.AddScoped<BrowserSignIn>();
        builder.Services.AddScoped<MyAccount>();
        builder.Services.AddScoped<Lockout>();
        builder.Services.AddScoped<SignInRecords>();
        builder.Services.AddSingleton<RefusedSignIns>();
        builder.Services.AddScoped<SecondFactors>();
        builder.Services.AddSingleton<PasswordRules>();
        builder.Services.AddSingleton<SignInAttempts>();
        builder.Services.AddHostedService<SignInCleaning>();
        builder.Services.Configure<SignInLimits>(builder.Configuration.GetSection("Limits:SignIn"));
    }

    public static TimeSpan LifetimeOf(SignInKind kind) =>
        kind == SignInKind.Token ? TokenLifetime : CookieLifetime;

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>The signed-in person, as both kinds of session keep it.</summary>
    public static ClaimsPrincipal PrincipalOf(Account account, Guid session, string scheme) =>
        new(
            new ClaimsIdentity(
                ClaimsOf(account).Append(new Claim(SessionClaims.Session, session.ToString())),
                scheme,
                CallerClaims.Name,
                CallerClaims.Role
            )
        );

    /// <summary>A token for a program, with the seconds that it holds.</summary>
    public static TokenAnswer IssueToken(
        Account account,
        Session session,
        BearerTokenOptions options
    )
    {
        var properties = new AuthenticationProperties
        {
            IssuedUtc = session.CreatedAt,
            ExpiresUtc = session.ExpiresAt,
        };
        var ticket = new AuthenticationTicket(
            PrincipalOf(account, session.Id, Token),
            properties,
            Token
        );
        return new TokenAnswer(
            options.BearerTokenProtector.Protect(ticket),
            (long)TokenLifetime.TotalSeconds,
            SecondFactors.MustBeEnrolled(account, session)
        );
    }

    /// <summary>Who somebody is and what for; this much the services learn too.</summary>
    public static IEnumerable<Claim> ClaimsOf(Account account)
    {
        yield return new Claim(CallerClaims.Subject, account.Id);
        yield return new Claim(CallerClaims.Name, account.UserName!);
        foreach (var role in account.RolesOfDuties)
        {
            yield return new Claim(CallerClaims.Role, role);
        }

        if (account.Township is { } township)
        {
            yield return new Claim(CallerClaims.Township, township);
        }

        if (account.Staff is { } staff)
        {
            yield return new Claim(CallerClaims.Staff, staff);
        }

        foreach (var claim in account.Duties.SelectMany(ClaimsOf))
        {
            yield return claim;
        }
    }

    /// <summary>What a duty is for, in claims of its own: what one signs for is not what one scores for.</summary>
    private static IEnumerable<Claim> ClaimsOf(Duty duty)
    {
        var departments = duty.Role == Roles.Leader ? CallerClaims.Signs : CallerClaims.Department;
        foreach (var department in duty.Departments)
        {
            yield return new Claim(departments, department);
        }

        foreach (var campaign in duty.Campaigns)
        {
            yield return new Claim(CallerClaims.Campaign, campaign);
        }

        if (duty.Area is { } area)
        {
            yield return new Claim(CallerClaims.Area, area);
        }
    }
}

/// <summary>Claims of a session besides those of <see cref="CallerClaims"/>; they never leave the gateway.</summary>
public static class SessionClaims
{
    /// <summary>The session's id.</summary>
    public const string Session = "session";
}

/// <param name="ExpiresIn">有效秒数</param>
/// <param name="MustEnrolSecondFactor">须先绑定动态口令，此前不能进行其他操作</param>
public sealed record TokenAnswer(string AccessToken, long ExpiresIn, bool MustEnrolSecondFactor);
