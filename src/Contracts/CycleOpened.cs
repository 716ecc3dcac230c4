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
    IReadOnlyList<CampaignSpec> Campaigns,
    IReadOnlyList<QuestionnaireText> Questionnaires,
    HotlineSpec? Hotline
) : ITownshipMessage;

/// <summary>One survey campaign (测评) that the scheme asks for.</summary>
/// <param name="Channel">How people are asked: <c>meeting</c>, <c>thirdParty</c>, <c>online</c>.</param>
/// <param name="Wave">Which round, for example <c>H1</c>; null where there is only one.</param>
/// <param name="Item">The item that the reported facts carry, for example <c>satisfaction</c>.</param>
/// <param name="Questionnaire">Id of one of the message's questionnaires.</param>
/// <param name="HouseholdsItem">The item of the fact that counts distinct households over all its campaigns; null where none is asked for.</param>
/// <param name="PartyMembersItem">The item of the fact that counts the campaign's party members; null where none is asked for.</param>
public sealed record CampaignSpec(
    string Channel,
    string? Wave,
    string Title,
    string Item,
    string Questionnaire,
    string? HouseholdsItem = null,
    string? PartyMembersItem = null
);

/// <summary>A questionnaire (调查问卷) in its own file's text, which is read where it is used.</summary>
public sealed record QuestionnaireText(string Id, string Text);

/// <summary>Which hotline tickets (工单) count: received from the first to the last day, both included.</summary>
/// <param name="Item">First part of the items that the reported rates carry, for example <c>hotline</c>.</param>
/// <param name="TicketsItem">The item of the fact that counts the tickets.</param>
public sealed record HotlineSpec(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<string> Sources,
    string Item,
    string TicketsItem
);
