using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults;

/// <summary>Who this process is, for those who look after it.</summary>
/// <param name="Name">The short name, for example <c>survey</c>.</param>
/// <param name="Version">The assembly's informational version, with the commit it was built from.</param>
public sealed record ThisService(string Name, string Version, DateTimeOffset StartedAt);

internal static class ThisServiceRegistration
{
    public static void AddThisService(this WebApplicationBuilder builder, string service)
    {
        var version = VersionOf(builder.Environment.ApplicationName);
        builder.Services.AddSingleton(services => new ThisService(
            service,
            version,
            services.GetRequiredService<TimeProvider>().GetUtcNow()
        ));
    }

    private static string VersionOf(string application) =>
        Assembly
            .Load(new AssemblyName(application))
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";
}
