using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.Sidecar;

/// <summary>
/// 输入绑定: the sidecar reads from a queue or the like and posts each message to the address of the binding's name. It
/// asks first, with OPTIONS, whether there is such an address. It takes 200 for "taken" and brings anything else again.
/// </summary>
public static class InputBindings
{
    /// <summary>To be called where a binding is configured, and there is a sidecar.</summary>
    /// <exception cref="InvalidOperationException">There is no token, so that anybody could pass for the sidecar.</exception>
    public static void AddInputBindings(this WebApplicationBuilder builder)
    {
        var token = builder.Configuration["APP_API_TOKEN"] is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException(
                "APP_API_TOKEN is not set: without it anybody could pass for the sidecar and bring files by its bindings."
            );
        builder
            .Services.AddAuthentication()
            .AddScheme<SidecarTokenOptions, SidecarToken>(
                SidecarToken.SchemeName,
                options => options.Digest = SidecarToken.DigestOf(token)
            );
    }

    /// <param name="name">The component's name.</param>
    /// <param name="take">Takes one message; what it throws is answered as a failure, and the message comes again.</param>
    public static void MapInputBinding(
        this IEndpointRouteBuilder app,
        string name,
        RequestDelegate take
    )
    {
        app.MapMethods($"/{name}", [HttpMethods.Options], () => TypedResults.Ok())
            .ExcludeFromDescription()
            .RequireSidecar();
        app.MapPost($"/{name}", take)
            .RecordsNothing("the import that it becomes records itself")
            // How much is too much is for the binding to say: what is refused without being looked at would come for ever.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .ExcludeFromDescription()
            .RequireSidecar();
    }
}
