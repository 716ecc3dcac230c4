using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Assessment.Gateway.PortalFiles;

/// <summary>门户网页: the built portal's files; every address that nobody else answers is the portal's own to route.</summary>
public static partial class PortalEndpoints
{
    private const string Assets = "/assets";

    public static void AddPortalFiles(this WebApplicationBuilder builder) =>
        // Over HTTPS too: only for the portal's assets, which hold nobody's secrets.
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);

    public static void UsePortalFiles(this WebApplication app)
    {
        if (Files(app) is { } files)
        {
            app.UseWhen(
                context => context.Request.Path.StartsWithSegments(Assets),
                assets => assets.UseResponseCompression()
            );
            app.UseStaticFiles(files);
        }
        else
        {
            LogNotBuilt(app.Logger);
        }
    }

    public static void MapPortal(this WebApplication app)
    {
        // An unknown address of the interface must not be answered with a web page.
        app.Map("/api/{**rest}", NotFoundProblem).OpenToEveryone().ExcludeFromDescription();
        app.Map("/openapi/{**rest}", NotFoundProblem).OpenToEveryone().ExcludeFromDescription();
        if (Files(app) is { } files)
        {
            app.MapFallbackToFile("index.html", files).OpenToEveryone();
        }
    }

    private static StaticFileOptions? Files(WebApplication app) =>
        PortalFolder.Find(
            app.Configuration["Portal:Folder"],
            app.Environment.ContentRootPath,
            AppContext.BaseDirectory
        )
            is { } folder
            ? new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                OnPrepareResponse = SetCaching,
            }
            : null;

    /// <summary>Built assets carry a hash in their name and never change; the page that names them must be fresh.</summary>
    private static void SetCaching(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments(
            Assets
        )
            ? "public, max-age=31536000, immutable"
            : "no-cache";

    private static ProblemHttpResult NotFoundProblem() =>
        TypedResults.Problem(ProblemTypes.Of(StatusCodes.Status404NotFound, "not-found"));

    [LoggerMessage(
        LogLevel.Warning,
        "The portal is not built, so no pages are served: run npm ci and npm run build in src/Portal"
    )]
    private static partial void LogNotBuilt(ILogger log);
}
