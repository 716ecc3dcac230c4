using System.Security.Claims;
using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

/// <summary>加减分事项的待办: the department that keeps a rule checks, the office approves.</summary>
public sealed class EventWork(RunningCycles running, EventLedger ledger) : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) =>
        caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.DepartmentScorer);

    protected override async Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var waiting = await ledger
            .Newest(at.Cycle.Id)
            .Where(entry => entry.Stage == EventStage.Applied || entry.Stage == EventStage.Checked)
            .ToListAsync(cancellationToken);
        return [.. Of(at.Cycle, at.Scheme.Collection.Events, EventHands.Of(caller), waiting)];
    }

    /// <param name="waiting">The newest entries that wait for somebody.</param>
    public static IEnumerable<WorkItem> Of(
        Cycle cycle,
        IReadOnlyList<EventRule> rules,
        EventHands hands,
        IReadOnlyList<EventEntry> waiting
    )
    {
        return
        [
            .. Item("checkEvents", "核实加减分事项", hands.MayCheck),
            .. Item("approveEvents", "核准加减分事项", hands.MayApprove),
        ];

        IEnumerable<WorkItem> Item(string kind, string title, Func<EventEntry, EventRule, bool> may)
        {
            var count = waiting.Count(entry =>
                rules.FirstOrDefault(rule => rule.Id == entry.Rule) is { } rule && may(entry, rule)
            );
            return count == 0
                ? []
                :
                [
                    new WorkItem(
                        kind,
                        cycle.Id,
                        Subject: null,
                        title,
                        cycle.TitleWithYear(),
                        count,
                        Due: null,
                        $"/events/{cycle.Id}"
                    ),
                ];
        }
    }
}
