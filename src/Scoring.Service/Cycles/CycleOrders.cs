using Assessment.Contracts;
using Assessment.Engine.Language;
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
        IEnumerable<AreaRow> areas
    ) =>
        new(
            cycle.Township,
            cycle.Id,
            cycle.Scheme,
            cycle.SchemeVersion,
            cycle.Title,
            cycle.Year,
            cycle.OpenedAt,
            cycle.RegisterVersion,
            [.. areas.Select(area => area.ToMessage())],
            Marked(cycle, CyclePlan.Of(scheme, cycle.Year)),
            [
                .. adopted
                    .Questionnaires()
                    .Select(file => new QuestionnaireText(file.Key, file.Value)),
            ],
            cycle.IsRehearsal
        );

    /// <summary>Residents see a campaign's title, not the cycle's.</summary>
    private static CollectionPlan Marked(Cycle cycle, CollectionPlan plan) =>
        cycle.IsRehearsal
            ? plan with
            {
                Campaigns =
                [
                    .. plan.Campaigns.Select(campaign =>
                        campaign with
                        {
                            Title = Rehearsals.Mark + campaign.Title,
                        }
                    ),
                ],
            }
            : plan;
}
