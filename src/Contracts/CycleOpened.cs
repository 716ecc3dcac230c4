using System.Text.Json.Serialization;

namespace Assessment.Contracts;

/// <summary>
/// A cycle (考核周期) was opened: what each service must collect for it, as its scheme (方案) asks.
/// Sent again with a higher <see cref="AreasVersion"/> never; later changes of areas come as <see cref="AreasChanged"/>.
/// </summary>
public sealed record CycleOpened(
    string Township,
    Guid Cycle,
    string Scheme,
    string SchemeVersion,
    string Title,
    int Year,
    DateTimeOffset OpenedAt,
    long AreasVersion,
    IReadOnlyList<ListedArea> Areas,
    IReadOnlyList<OrderedCampaign> Campaigns,
    IReadOnlyList<OrderedQuestionnaire> Questionnaires,
    OrderedHotline? Hotline
) : ITownshipMessage;

/// <summary>One survey campaign (测评) that the scheme asks for.</summary>
/// <param name="Channel">How people are asked: <c>meeting</c>, <c>thirdParty</c>, <c>online</c>.</param>
/// <param name="Wave">Which round, for example <c>H1</c>; null where there is only one.</param>
/// <param name="Item">The item that the reported facts carry, for example <c>satisfaction</c>.</param>
/// <param name="Questionnaire">Id of one of the message's questionnaires.</param>
/// <param name="HouseholdsItem">The item of the fact that counts distinct households over all its campaigns; null where none is asked for.</param>
/// <param name="PartyMembersItem">The item of the fact that counts the campaign's party members; null where none is asked for.</param>
public sealed record OrderedCampaign(
    string Channel,
    string? Wave,
    string Title,
    string Item,
    string Questionnaire,
    string? HouseholdsItem = null,
    string? PartyMembersItem = null
);

/// <summary>A questionnaire (调查问卷), its questions in the order in which they are put.</summary>
public sealed record OrderedQuestionnaire(
    string Id,
    string Title,
    IReadOnlyList<OrderedSection> Sections
);

/// <summary>A heading with its questions.</summary>
public sealed record OrderedSection(string Title, IReadOnlyList<OrderedQuestion> Questions);

/// <summary>A question (题目).</summary>
/// <param name="Maximum">The most points that an answer gives, from 0 on; 0 where the question is not scored.</param>
/// <param name="Options">What there is to choose from; null unless the question is a choice.</param>
public sealed record OrderedQuestion(
    string Id,
    string Text,
    int Maximum,
    AnswerKind Kind = AnswerKind.Points,
    IReadOnlyList<OrderedOption>? Options = null
);

/// <summary>An option (选项).</summary>
/// <param name="Id">The letter before it.</param>
/// <param name="Score">The points of who chooses it; null where the question is not scored.</param>
public sealed record OrderedOption(string Id, string Text, int? Score);

/// <summary>How a question is answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerKind>))]
public enum AnswerKind
{
    /// <summary>打分: whole points.</summary>
    Points,

    /// <summary>单选</summary>
    SingleChoice,

    /// <summary>多选; never scored.</summary>
    MultipleChoice,

    /// <summary>填写, free words; never scored.</summary>
    FreeText,
}

/// <summary>Which hotline tickets (工单) count: received from the first to the last day, both included.</summary>
/// <param name="Item">First part of the items that the reported facts carry, for example <c>hotline</c>.</param>
public sealed record OrderedHotline(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<string> Sources,
    string Item
);
