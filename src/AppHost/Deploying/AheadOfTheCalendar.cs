using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Assessment.AppHost.Deploying;

/// <summary>A demonstration or a test on this machine may let the days of a publicity pass: option <c>--days-ahead FILE</c>.</summary>
internal static class AheadOfTheCalendar
{
    /// <summary>What the services refuse in production; a published manifest never has it.</summary>
    public static IResourceBuilder<ProjectResource> MayBeAheadOfTheCalendar(
        this IResourceBuilder<ProjectResource> service,
        Deployment deployment
    ) =>
        deployment.DaysAheadFile is { Length: > 0 } file
            ? service
                .WithEnvironment("DOTNET_ENVIRONMENT", "Demonstration")
                .WithEnvironment("Procedure__DaysAheadFile", file)
            : service;
}
