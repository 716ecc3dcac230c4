using Assessment.Persistence.Files.Orphans;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Persistence.Files;

public static class FileRegistration
{
    /// <summary>Adds the store of files, in the folder <c>Files:Folder</c>.</summary>
    /// <typeparam name="TAccess">The service's rule for its files.</typeparam>
    /// <param name="service">The service's short name.</param>
    /// <exception cref="InvalidOperationException">No folder is configured, or it is below the web root.</exception>
    public static void AddFiles<TAccess>(this WebApplicationBuilder builder, string service)
        where TAccess : class, IFileAccess
    {
        var webRoot =
            builder.Environment.WebRootPath
            ?? Path.Combine(builder.Environment.ContentRootPath, "wwwroot");
        builder.Services.AddSingleton(FileSettings.Of(builder.Configuration, service, webRoot));
        builder.Services.AddSingleton<FileFolder>();
        builder.Services.AddSingleton<FileKeys>();
        builder.Services.AddScoped<IFileAccess, TAccess>();
        builder.Services.AddScoped<FileQuota>();
        builder.Services.AddScoped<FileStore>();
        builder.Services.AddScoped<FileDownload>();
        builder.Services.AddScoped<EvidenceFiles>();
        builder.Services.AddSingleton<FileOrphans>();
        builder.Services.AddHostedService<FileSweep>();
        builder.Services.AddHealthChecks().AddCheck<FileFolderHealth>("files", tags: ["ready"]);
    }
}
