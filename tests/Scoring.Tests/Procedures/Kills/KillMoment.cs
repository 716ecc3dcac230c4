namespace Assessment.Scoring.Tests.Procedures.Kills;

/// <summary>When the process is killed, seen from a request.</summary>
internal enum KillMoment
{
    /// <summary>Nobody hears the request.</summary>
    Before,

    /// <summary>The act is about to be written.</summary>
    WritingTheAct,

    /// <summary>The act is written, the transaction is open, and the audit entry is about to be written.</summary>
    WritingTheAudit,

    /// <summary>A message is about to be put into the outbox, or, where it has left already, to be taken out.</summary>
    WritingTheMessage,

    /// <summary>At some moment of the way.</summary>
    UnderWay,

    /// <summary>The answer is there, and what else there is to do may not be done.</summary>
    Answered,
}
