using Assessment.FactSources;
using Assessment.Imports;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Closings;
using Assessment.Survey.FactReports;
using Assessment.Survey.HouseholdLinks;
using Assessment.Survey.ResidentPage;
using Assessment.Survey.Responses;
using Assessment.Survey.Submissions;

namespace Assessment.Survey;

/// <summary>The service's parts.</summary>
internal static class SurveyRegistration
{
    public static void AddSurvey(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SurveyKeys>();
        builder.Services.AddScoped<FactReporter>().AddHostedService<MarkedAreasReporting>();
        builder.Services.AddFactSource<SurveySource>(SurveySource.Name);
        builder.Services.AddScoped<CampaignClosing>().AddScoped<CycleEnding>();
        builder
            .Services.AddSingleton<AnswerQueue>()
            .AddHostedService(provider => provider.GetRequiredService<AnswerQueue>());
        // The resident's page is rendered on the server; nothing of it runs in the browser.
        builder.Services.AddRazorComponents();
        builder.AddImports();
        builder.Services.AddImport<ResponsesImport>();
        builder.Services.AddScoped<OpenCampaigns>().AddWork<CoverageWork>().AddWork<LinkWork>();
    }

    public static void MapSurvey(this WebApplication app)
    {
        app.MapImports("survey", [Roles.TownshipAdministrator], [Roles.Surveyor]);
        app.MapCampaigns();
        app.MapIssueLinks();
        app.MapCloseCampaign();
        app.MapResidentPage();
        app.MapWork("survey");
    }
}
