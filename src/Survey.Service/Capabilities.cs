using Assessment.ServiceDefaults.Imports;
using Assessment.Survey.Anonymity;
using Assessment.Survey.CloseCampaign;
using Assessment.Survey.ImportResponses;
using Assessment.Survey.Messaging;
using Assessment.Survey.ReportFacts;
using Assessment.Survey.SubmitAnswer;
using MassTransit;

namespace Assessment.Survey;

/// <summary>What the service is made of.</summary>
public static class Capabilities
{
    public static void AddSurveyConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<CycleOpenedConsumer>();
        bus.AddConsumer<AreasChangedConsumer>();
        bus.AddConsumer<SourcesAskedConsumer>();
        bus.AddConsumer<CycleClosedConsumer>();
    }

    public static void AddSurvey(this IServiceCollection services)
    {
        services.AddSingleton<SurveyKeys>();
        services.AddScoped<FactReporter>();
        services.AddHostedService<MarkedAreasReporting>();
        services.AddScoped<SourceAnswers>();
        services.AddScoped<CampaignClosing>();
        services.AddScoped<IImportListener>(provider =>
            provider.GetRequiredService<SourceAnswers>()
        );
        services.AddImport<ResponsesImport>();
        services.AddSingleton<AnswerDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<AnswerDesk>());
        // The resident's page is rendered on the server; nothing of it runs in the browser.
        services.AddRazorComponents();
    }
}
