using System.Security.Claims;

namespace Assessment.Gateway.SignIn;

/// <summary>What the gateway alone knows of a caller.</summary>
public static class CallerOfGateway
{
    /// <summary>Null for a program with a key (接口密钥), which has no session.</summary>
    public static Guid? Session(this ClaimsPrincipal caller) =>
        Guid.TryParse(caller.FindFirstValue(SessionClaims.Session), out var id) ? id : null;

    public static string? AddressOfCaller(this HttpContext context) =>
        context.Connection.RemoteIpAddress?.ToString();
}
