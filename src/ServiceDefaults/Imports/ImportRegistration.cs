using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.Imports;

public static class ImportRegistration
{
    /// <summary>Adds the worker; the service's kinds are added with <see cref="AddImport{TImport}"/>.</summary>
    public static void AddImports(this WebApplicationBuilder builder) =>
        builder.Services.AddHostedService<ImportWorker>();

    public static void AddImport<TImport>(this IServiceCollection services)
        where TImport : class, IImport => services.AddScoped<IImport, TImport>();
}
