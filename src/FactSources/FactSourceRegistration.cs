using Assessment.Imports;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.FactSources;

public static class FactSourceRegistration
{
    /// <param name="name">The source's name in messages, for example <c>survey</c>.</param>
    public static void AddFactSource<TSource>(this IServiceCollection services, string name)
        where TSource : class, IFactSource
    {
        services.AddSingleton(new SourceName(name));
        services.AddScoped<SubjectReports>();
        services.AddScoped<IFactSource, TSource>();
        services.AddScoped<SourceAnswers>();
        services.AddScoped<IImportListener, AnswersAfterImports>();
    }

    /// <summary>The consumers that every source has; what it collects for a cycle is its own to find out.</summary>
    public static void AddFactSourceConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<AreasChangedConsumer>();
        bus.AddConsumer<SourcesAskedConsumer>();
    }
}
