using Assessment.Contracts;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Scoring.Cycles;

/// <summary>Makes the collection plan (采集计划) of a cycle from its scheme.</summary>
public static class CyclePlan
{
    /// <param name="year">The cycle's.</param>
    public static CollectionPlan Of(Scheme scheme, int year)
    {
        var asked = scheme.Collection;
        return new(
            [
                .. (asked.Survey?.Campaigns ?? []).Select(campaign => new CampaignSpec(
                    campaign.Channel,
                    campaign.Wave,
                    campaign.Title,
                    campaign.Item,
                    campaign.Questionnaire,
                    asked.Survey!.Households,
                    asked.Survey.PartyMembers
                )),
            ],
            asked.Hotline is { } hotline ? Hotline(hotline, year) : null,
            [
                .. asked.Panels.Select(panel => new PanelSpec(
                    panel.Id,
                    panel.Title,
                    panel.Unit == PanelUnit.Area,
                    panel.IsNamed,
                    [.. panel.Subjects.Select(subjects => subjects.Of)],
                    [.. panel.Facts.Select(fact => fact.Item)]
                )),
            ],
            [
                .. scheme
                    .FactKinds.Values.Where(kind => kind.ReportedBy?.Kind == ReporterKind.Register)
                    .Select(kind => new RegisterSpec(kind.Item, kind.Title, !kind.OfAreas)),
            ],
            [.. asked.Lines.Select(Line)]
        );
    }

    private static HotlineSpec Hotline(HotlineCollection hotline, int year)
    {
        var (from, to) = hotline.Window(year);
        return new HotlineSpec(from, to, hotline.Sources, hotline.Item, hotline.Tickets);
    }

    private static LineSpec Line(ScoreLine line) =>
        new(
            line.Id,
            line.Title,
            [
                .. line.Departments.Select(department => new LineDepartment(
                    department,
                    line.Combination != LineCombination.Lead
                        || line.Leads.Contains(department, StringComparer.Ordinal)
                )),
            ],
            line.Least,
            line.Most,
            line.Step,
            [.. line.Periods.Select(period => new LinePeriod(period.Key, period.Value))],
            line.Sets
        );
}
