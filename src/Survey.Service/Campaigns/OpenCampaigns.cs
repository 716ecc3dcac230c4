using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Campaigns;

/// <summary>An open campaign, and how far it has come in the areas.</summary>
/// <param name="Areas">All of its cycle.</param>
/// <param name="Answered">Ids of the areas of which there are answers.</param>
/// <param name="Linked">Ids of the areas of which households have links.</param>
public sealed record OpenCampaign(
    Campaign Campaign,
    IReadOnlyList<ListedArea> Areas,
    IReadOnlySet<string> Answered,
    IReadOnlySet<string> Linked
)
{
    /// <summary>Ids of the areas whose households cannot answer yet: nobody was given a link, and nothing came otherwise.</summary>
    public IReadOnlyList<string> WithoutLinks =>
        Campaign.Channel == Channels.Online
            ? [.. Unanswered.Where(area => !Linked.Contains(area))]
            : [];

    /// <summary>Ids of the areas that could answer, and of which there is no answer yet.</summary>
    public IReadOnlyList<string> Unreached => [.. Unanswered.Except(WithoutLinks)];

    private IEnumerable<string> Unanswered =>
        Areas.Select(area => area.Id).Where(area => !Answered.Contains(area));
}

/// <summary>进行中的测评. Read once in a request, whoever asks.</summary>
public sealed class OpenCampaigns(SurveyDb db)
{
    private IReadOnlyList<OpenCampaign>? _read;

    public async Task<IReadOnlyList<OpenCampaign>> ReadAsync(CancellationToken cancellationToken) =>
        _read ??= await ReadAllAsync(cancellationToken);

    private async Task<IReadOnlyList<OpenCampaign>> ReadAllAsync(
        CancellationToken cancellationToken
    )
    {
        var campaigns = await db
            .Campaigns.AsNoTracking()
            .Where(campaign => campaign.State == CampaignState.Open)
            .OrderBy(campaign => campaign.Id)
            .ToListAsync(cancellationToken);
        var ids = campaigns.ConvertAll(campaign => campaign.Id);
        var answered = (
            await db
                .Answers.Where(answer => ids.Contains(answer.Campaign))
                .Select(answer => new { answer.Campaign, answer.Area })
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToLookup(one => one.Campaign, one => one.Area);
        var linked = (
            await db
                .Links.Where(link => ids.Contains(link.Campaign))
                .Select(link => new { link.Campaign, link.Area })
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToLookup(one => one.Campaign, one => one.Area);
        var register = await db
            .RegisterCopies.AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return campaigns.ConvertAll(campaign => new OpenCampaign(
            campaign,
            register?.Areas(campaign.Cycle) ?? [],
            answered[campaign.Id].ToHashSet(StringComparer.Ordinal),
            linked[campaign.Id].ToHashSet(StringComparer.Ordinal)
        ));
    }
}
