using Assessment.FactSources;
using Assessment.Hotline.Attribution;
using Assessment.Hotline.ExclusionReview;
using Assessment.Hotline.Feeds;
using Assessment.Hotline.Rates;
using Assessment.Hotline.TicketImports;
using Assessment.Hotline.Tickets;
using Assessment.Imports;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Hotline;

/// <summary>The service's parts.</summary>
internal static class HotlineRegistration
{
    public static void AddHotline(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RateReports>();
        builder.Services.AddFactSource<RateSource>(RateSource.Name);
        builder.AddImports();
        builder.Services.AddImport<TicketsImport>();
        builder.AddFeeds();
        builder.Services.AddWork<AttributionWork>().AddWork<ExclusionWork>();
    }

    public static void MapHotline(this WebApplication app)
    {
        app.MapImports("hotline", [Roles.TownshipAdministrator], [Roles.Feed]);
        app.MapTickets().MapAttribution().MapExclusionReview().MapRates();
        app.MapFeeds();
        app.MapWork("hotline");
    }
}
