using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assessment.ServiceDefaults.Sidecar;

/// <summary>The token by which this process knows its sidecar (<c>APP_API_TOKEN</c>, which both are given).</summary>
internal sealed class SidecarTokenOptions : AuthenticationSchemeOptions
{
    /// <summary>SHA-256 of the token, so that no comparison tells its length.</summary>
    public byte[] Digest { get; set; } = [];
}

/// <summary>
/// 边车的凭据: the header <c>dapr-api-token</c>, compared in constant time, which Dapr's own handler does not. It is worth
/// something at the endpoints of bindings only: everything else asks for the gateway's ticket.
/// </summary>
internal sealed class SidecarToken(
    IOptionsMonitor<SidecarTokenOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder
) : AuthenticationHandler<SidecarTokenOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Sidecar";
    private const string Header = "dapr-api-token";

    public static byte[] DigestOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(Authenticate());

    private AuthenticateResult Authenticate()
    {
        // A sidecar hands on the headers of another program's call, too; what it brings by a binding has no ticket.
        if (
            Request.Headers[Header] is not [{ Length: > 0 } token]
            || Request.Headers.Authorization.Count > 0
        )
        {
            return AuthenticateResult.NoResult();
        }

        if (!CryptographicOperations.FixedTimeEquals(DigestOf(token), Options.Digest))
        {
            return AuthenticateResult.Fail("It is not the token of this process' sidecar.");
        }

        var sidecar = new ClaimsIdentity(
            [new Claim(CallerClaims.Subject, "sidecar")],
            SchemeName,
            CallerClaims.Name,
            CallerClaims.Role
        );
        return AuthenticateResult.Success(
            new AuthenticationTicket(new ClaimsPrincipal(sidecar), SchemeName)
        );
    }
}
