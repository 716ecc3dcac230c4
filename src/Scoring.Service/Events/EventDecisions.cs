using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Events;

/// <summary>Whether the caller can check or approve an event as asked, and what then takes its place. Reads nothing.</summary>
public sealed class EventDecisions(EventContext context, EventHands hands, DateTimeOffset now)
{
    /// <exception cref="RowRefused">It is not there for the caller, or something was done with it since it was shown.</exception>
    public static EventEntry Shown(EventEntry? entry, IHandled asked) =>
        entry is null
            ? throw Refused("number", "notThere", $"没有您可以办理的事项“{asked.Number}”。")
        : entry.Id != asked.Version
            ? throw Refused(
                "version",
                "changedSince",
                $"事项“{asked.Number}”此后已有变动，请刷新核对后再办理。"
            )
        : entry;

    /// <exception cref="RowRefused">It cannot be checked by the caller, or not so.</exception>
    public EventEntry Check(EventEntry entry, EventCheck asked)
    {
        var rule = context.RuleOf(entry);
        if (rule.KeptBy is null || !hands.Keeps(rule))
        {
            throw Refused(
                "number",
                "notKept",
                rule.KeptBy is { } keeper
                    ? $"“{rule.Title}”由{keeper}核实。"
                    : $"“{rule.Title}”不经核实，由牵头办公室核准。"
            );
        }

        if (entry.Stage != EventStage.Applied)
        {
            throw Refused("number", "notWaiting", $"事项“{entry.EventId}”不在等待核实。");
        }

        if (entry.AppliedBy == hands.Account)
        {
            throw Refused(
                "number",
                "ownApplication",
                $"事项“{entry.EventId}”由您申报，请由本部门其他人核实。"
            );
        }

        MustBeConfirmed(rule, asked.Confirmed);
        var level = EventEndpoints.Word("level", asked.Level) ?? entry.Level;
        var points =
            EventEndpoints.Points("points", asked.Points) ?? Normalization.Of(entry.Points);
        var remarks = EventEndpoints.Word("remarks", asked.Remarks, EventEntry.EvidenceLength);
        if (level != entry.Level || points != Normalization.Of(entry.Points))
        {
            context.Rules.Check(entry.ToRow() with { Level = level, Points = points });
            if (remarks is null)
            {
                throw Refused("remarks", Cells.Missing, "更正级别或分值的，请注明理由。");
            }
        }

        return entry.Check(level, points, asked.Confirmed, remarks, hands.Account, now);
    }

    /// <exception cref="RowRefused">It cannot be approved by the caller, or not yet.</exception>
    public EventEntry Approve(EventEntry entry, EventApproval asked)
    {
        var rule = context.RuleOf(entry);
        if (entry.Stage == EventStage.Applied && rule.KeptBy is { } keeper)
        {
            throw Refused(
                "number",
                "notChecked",
                $"事项“{entry.EventId}”尚未经{keeper}核实，核实后才能核准。"
            );
        }

        if (!EventHands.IsReadyToApprove(entry, rule))
        {
            throw Refused("number", "notWaiting", $"事项“{entry.EventId}”不在等待核准。");
        }

        if (hands.IsOwnToApprove(entry, rule))
        {
            throw Refused(
                "number",
                "ownApplication",
                $"事项“{entry.EventId}”由您申报，请由其他管理员核准。"
            );
        }

        if (rule.KeptBy is null)
        {
            MustBeConfirmed(rule, asked.Confirmed);
        }

        return entry.Approve(asked.Confirmed, hands.Account, now);
    }

    private static void MustBeConfirmed(EventRule rule, bool confirmed)
    {
        if (rule.Presumes is { } presumed && !confirmed)
        {
            throw Refused(
                "confirmed",
                "notConfirmed",
                $"“{rule.Title}”以“{presumed}”为前提，请核对属实并确认后再办理；不属实的，不予通过。"
            );
        }
    }

    private static RowRefused Refused(string column, string code, string message) =>
        new(column, code, message);
}
