using Assessment.Gateway.PortalFiles;
using Assessment.Gateway.SignIn;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.Health;
using Assessment.ServiceDefaults.KeyRing;
using Assessment.ServiceDefaults.Requests;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway;

/// <summary>What each request passes, from the outside in.</summary>
public static class Pipeline
{
    public static void UseGatewayPipeline(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseReadableRequests();
        app.UsePortalFiles();
        app.UseKeyRing();
        app.UseRouting();
        app.UseAuthentication();
        app.UseSessionValidation();
        app.UseRateLimiter();
        app.UseCrossSiteGuard();
        app.UseAuditAuthor();
        app.UseAuthorization();
        app.MapHealth();
        app.MapOpenApi("/openapi/gateway.json").OpenToEveryone();
    }
}
