using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Assessment.ServiceDefaults;

/// <summary>
/// In development a service can run by itself alongside the others: <c>./run --without</c> writes what it would have
/// been started with, and its launch profile names that file in <c>ASSESSMENT_SETTINGS</c>, from the project's folder.
/// </summary>
internal static class SettingsFile
{
    private const string Variable = "ASSESSMENT_SETTINGS";

    public static void AddSettingsFile(this WebApplicationBuilder builder)
    {
        if (
            builder.Environment.IsDevelopment()
            && builder.Configuration[Variable] is { Length: > 0 } file
        )
        {
            builder.Configuration.AddJsonFile(
                Path.GetFullPath(file, builder.Environment.ContentRootPath)
            );
        }
    }
}
