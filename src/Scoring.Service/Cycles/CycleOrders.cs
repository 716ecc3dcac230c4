using Assessment.Contracts;
using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Schemes;

namespace Assessment.Scoring.Cycles;

/// <summary>Says what the scheme asks the other services to collect.</summary>
public static class CycleOrders
{
    public static CycleOpened Of(
        Cycle cycle,
        Scheme scheme,
        AdoptedScheme adopted,
        long areasVersion,
        IEnumerable<RegisteredArea> areas
    )
    {
        var questionnaires = adopted
            .Questionnaires()
            .ToDictionary(
                file => file.Key,
                file => new QuestionnaireText(
                    QuestionnaireReader.Read(file.Value, file.Key).Id,
                    file.Value
                ),
                StringComparer.Ordinal
            );
        return new CycleOpened(
            cycle.Township,
            cycle.Id,
            cycle.Scheme,
            cycle.SchemeVersion,
            cycle.Title,
            cycle.Year,
            cycle.OpenedAt,
            areasVersion,
            [.. areas.Select(area => area.ToMessage())],
            [
                .. (scheme.Collection.Survey?.Campaigns ?? []).Select(campaign => new CampaignSpec(
                    campaign.Channel,
                    campaign.Wave,
                    campaign.Title,
                    campaign.Item,
                    questionnaires[campaign.Questionnaire].Id,
                    scheme.Collection.Survey!.Households,
                    scheme.Collection.Survey.PartyMembers
                )),
            ],
            [
                .. questionnaires.Values.DistinctBy(
                    questionnaire => questionnaire.Id,
                    StringComparer.Ordinal
                ),
            ],
            scheme.Collection.Hotline is { } hotline ? Order(hotline, cycle.Year) : null
        );
    }

    private static HotlineSpec Order(HotlineCollection hotline, int year)
    {
        var (from, to) = hotline.Window(year);
        return new HotlineSpec(from, to, hotline.Sources, hotline.Item, hotline.Tickets);
    }
}
