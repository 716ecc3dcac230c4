using System.Text.Json;
using Assessment.Contracts;
using Assessment.Engine.Questionnaires;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Survey.Campaigns;

/// <summary>The state of a campaign.</summary>
public enum CampaignState
{
    /// <summary>Answers are taken.</summary>
    Open,

    /// <summary>For good: the key that leads from a household to its answer is gone.</summary>
    Closed,
}

/// <summary>How people are asked (测评方式), as far as this service treats them differently.</summary>
public static class Channels
{
    /// <summary>党员、群众座谈会: the only one where people answer as party members.</summary>
    public const string Meeting = "meeting";

    /// <summary>线上: where households answer by their links.</summary>
    public const string Online = "online";
}

/// <summary>One survey (满意度测评) of a cycle, by one channel, in one wave.</summary>
public sealed class Campaign : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Channel { get; init; } = "";

    /// <summary>Empty where there is only one.</summary>
    public string Wave { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>The item that the reported facts carry.</summary>
    public string Item { get; init; } = "";

    /// <summary>The item of the fact that counts distinct households; null where none is asked for.</summary>
    public string? HouseholdsItem { get; init; }

    /// <summary>The item of the fact that counts party members; null where none is asked for.</summary>
    public string? PartyMembersItem { get; init; }

    /// <summary>The questionnaire as the scheme had it when the cycle was opened.</summary>
    public string QuestionnaireJson { get; init; } = "";

    public CampaignState State { get; set; }

    /// <summary>Makes the answers' slots from the households' tags; protected by the key ring, destroyed on closing.</summary>
    public byte[]? ProtectedKey { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    public Questionnaire Questionnaire =>
        JsonSerializer.Deserialize<Questionnaire>(QuestionnaireJson)!;
}
