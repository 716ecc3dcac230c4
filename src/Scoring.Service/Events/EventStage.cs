namespace Assessment.Scoring.Events;

/// <summary>办理环节: how far an event has come. Only what is approved counts.</summary>
public enum EventStage
{
    /// <summary>已申报</summary>
    Applied,

    /// <summary>已核实: by the department that the rule names.</summary>
    Checked,

    /// <summary>已核准: by the office; it counts.</summary>
    Approved,

    /// <summary>未通过</summary>
    Refused,

    /// <summary>已撤回</summary>
    Withdrawn,
}

public static class EventStages
{
    /// <summary>Whether somebody has yet to check or to approve it.</summary>
    public static bool Awaits(this EventStage stage) =>
        stage is EventStage.Applied or EventStage.Checked;
}
