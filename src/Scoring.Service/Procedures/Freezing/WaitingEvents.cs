using Assessment.Scoring.Events;
using Assessment.Scoring.Procedures.Steps;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures.Freezing;

/// <summary>未办结的加减分事项: those that somebody has yet to check or to approve do not count in what is pinned.</summary>
internal static class WaitingEvents
{
    public const string Code = "event.waiting";

    /// <returns>Null where all are approved, refused or withdrawn.</returns>
    public static async Task<FreezeFinding?> WaitingEventsAsync(
        this EventLedger events,
        CycleInProcedure at,
        CancellationToken cancellationToken
    )
    {
        var rules = at.Scheme.Collection.Events.ToDictionary(
            rule => rule.Id,
            rule => rule,
            StringComparer.Ordinal
        );
        var waiting = await events
            .Newest(at.Cycle.Id)
            .Where(entry => entry.Stage == EventStage.Applied || entry.Stage == EventStage.Checked)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        return waiting.Count == 0
            ? null
            : new FreezeFinding(
                Code,
                "加减分事项尚未办结，定稿后不计入",
                waiting.Count,
                [.. waiting.Select(entry => entry.Subject).Distinct(StringComparer.Ordinal)],
                [
                    .. waiting.Select(entry =>
                        $"{entry.EventId}：{rules[entry.Rule].Title}，{Awaits(entry, rules[entry.Rule].KeptBy)}"
                    ),
                ]
            );
    }

    private static string Awaits(EventEntry entry, string? keeper) =>
        entry.Stage == EventStage.Applied && keeper is not null
            ? $"等待{keeper}核实"
            : "等待牵头办公室核准";
}
