using System.Security.Claims;
using System.Text.Encodings.Web;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.SignInHistory;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Assessment.Gateway.ApiKeys;

/// <summary>密钥登录: <c>Authorization: ApiKey …</c> or <c>X-Api-Key: …</c>, with each request.</summary>
public sealed class ApiKeySignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "key";
    private const string Header = "X-Api-Key";
    private const string Begin = "ApiKey ";

    public static bool IsUsedBy(HttpRequest request) =>
        request.Headers.ContainsKey(Header)
        || request
            .Headers.Authorization.ToString()
            .StartsWith(Begin, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers.TryGetValue(Header, out var own)
            ? own.ToString()
            : Request.Headers.Authorization.ToString()[Begin.Length..];
        if (
            PresentedKey.Read(sent.Trim()) is { } presented
            && await Context
                .RequestServices.GetRequiredService<KeyRegister>()
                .HolderOfAsync(presented, Context.RequestAborted)
                is { } holder
        )
        {
            var identity = new ClaimsIdentity(
                Sessions.ClaimsOf(holder.Account),
                Scheme,
                CallerClaims.Name,
                CallerClaims.Role
            );
            return AuthenticateResult.Success(
                new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)
            );
        }

        Context.RequestServices.GetRequiredService<RefusedSignIns>().Count(SignInOutcome.WrongKey);
        return AuthenticateResult.Fail("The key is not good.");
    }
}
