using Assessment.Imports.Previews;
using Assessment.Imports.Undoing;
using Assessment.Persistence.Ops;
using Assessment.ServiceDefaults.Signals;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Imports;

/// <summary>Tells the worker that a file has been uploaded.</summary>
public sealed class ImportSignal : Signal;

public static class ImportRegistration
{
    /// <summary>Adds the worker; the service's kinds are added with <see cref="AddImport{TImport}"/>.</summary>
    public static void AddImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImportSignal>();
        builder.Services.AddSingleton<ImportsEnded>();
        builder.Services.AddSingleton<IImportsStateReader, ImportsStateReader>();
        builder.Services.AddScoped<ImportQueue>().AddScoped<Undo>();
        builder.Services.AddSingleton<Preview>();
        builder.Services.AddHostedService<ImportWorker>();
    }

    public static void AddImport<TImport>(this IServiceCollection services)
        where TImport : class, IImport => services.AddScoped<IImport, TImport>();
}
