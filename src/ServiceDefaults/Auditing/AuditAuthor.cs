using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.Auditing;

/// <summary>Who acts in the current request, message or job, and in which duty (职责): what the audit log says of it.</summary>
public sealed class AuditAuthor
{
    /// <summary>The platform itself: consumers of messages and jobs in the background.</summary>
    public const string System = "system";

    /// <summary>The user name.</summary>
    public string Who { get; private set; } = System;

    /// <summary>The role; <see cref="System"/> where the platform acts, be it on somebody's behalf.</summary>
    public string Duty { get; private set; } = System;

    /// <summary>For what the platform does because somebody asked for it earlier: an uploaded file, a message.</summary>
    /// <param name="who">The user name of whoever asked.</param>
    public void ActFor(string who) => Who = who;

    internal void Act(ClaimsPrincipal caller, Permission? permission)
    {
        var roles = caller.FindAll(CallerClaims.Role).Select(claim => claim.Value).ToList();
        Who = caller.UserName();
        Duty =
            roles.Find(role => permission?.Roles.Contains(role) == true)
            ?? roles.FirstOrDefault()
            ?? System;
    }
}

public static class AuditAuthorPipeline
{
    /// <summary>After the sign-in and after the routing: the duty is the one that the endpoint admits.</summary>
    public static void UseAuditAuthor(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.User.FindFirst(CallerClaims.Subject) is not null)
                {
                    context
                        .RequestServices.GetRequiredService<AuditAuthor>()
                        .Act(
                            context.User,
                            context.GetEndpoint()?.Metadata.GetMetadata<Permission>()
                        );
                }

                return next(context);
            }
        );
}
