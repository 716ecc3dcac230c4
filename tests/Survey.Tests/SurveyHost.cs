using Assessment.Contracts;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Survey.Storage;
using Assessment.Testing.Hosts;
using MassTransit;
using Xunit;

namespace Assessment.Survey.Tests;

/// <summary>Survey, together with Scoring's end of the messages.</summary>
public sealed class SurveyHost() : RunningService<Program, SurveyDb>("survey-db")
{
    /// <summary>Somebody with a link, who has no account and so no township.</summary>
    public HttpClient Resident() => As(township: null, Roles.Resident);

    protected override void Listen(IReceiveEndpointConfigurator others)
    {
        Keep<FactsReported>(others);
        Keep<SourceAnswered>(others);
        Keep<CampaignClosed>(others);
    }
}

[CollectionDefinition(Name)]
public sealed class SurveyService : ICollectionFixture<SurveyHost>
{
    public const string Name = "survey service";
}
