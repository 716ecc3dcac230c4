using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Objections;

/// <summary>How far an objection has come.</summary>
public enum ObjectionStage
{
    /// <summary>待受理</summary>
    Received,

    /// <summary>核查中</summary>
    Accepted,

    /// <summary>待认定: what was found is on record.</summary>
    LookedInto,

    /// <summary>成立，待答复</summary>
    Upheld,

    /// <summary>不成立，待答复</summary>
    Refused,

    /// <summary>已答复</summary>
    Answered,

    /// <summary>已撤回</summary>
    Withdrawn,
}

/// <summary>Where an objection stands. Follows from the acts alone.</summary>
/// <param name="LooksInto">User name of who looks into it; null before it is accepted.</param>
/// <param name="WasUpheld">Null before it is upheld or refused.</param>
/// <param name="Due">Until when the next thing is to be done; null where nothing is.</param>
/// <param name="Found">What was found; null before.</param>
/// <param name="Reason">Why it was upheld or refused; null before.</param>
/// <param name="Answer">What the objector was told; null before.</param>
public sealed record ObjectionStanding(
    int Number,
    Guid Objection,
    ObjectionMatter Matter,
    string Subject,
    ObjectionStage Stage,
    string? LooksInto,
    bool? WasUpheld,
    DateOnly? Due,
    string? Found,
    string? Reason,
    string? Answer
)
{
    public bool IsAboutFacts => Matter is ObjectionMatter.Score or ObjectionMatter.Event;

    public bool IsLookedInto => Stage is ObjectionStage.Accepted or ObjectionStage.LookedInto;

    public bool IsEnded => Stage is ObjectionStage.Answered or ObjectionStage.Withdrawn;

    /// <summary>Whether it is neither upheld nor refused nor withdrawn.</summary>
    public bool IsOpen => Stage <= ObjectionStage.LookedInto;

    public static ObjectionStanding Of(ObjectionReceived received) =>
        new(
            received.Number,
            received.Objection,
            received.Matter,
            received.Subject,
            ObjectionStage.Received,
            LooksInto: null,
            WasUpheld: null,
            received.Due,
            Found: null,
            Reason: null,
            Answer: null
        );

    /// <summary>After another act about it.</summary>
    public ObjectionStanding With(ObjectionAct act) =>
        act switch
        {
            ObjectionAccepted accepted => this with
            {
                Stage = ObjectionStage.Accepted,
                LooksInto = accepted.LooksInto,
                Due = accepted.Due,
            },
            ObjectionLookedInto found => this with
            {
                Stage = ObjectionStage.LookedInto,
                Found = found.Found,
                Due = found.Due,
            },
            ObjectionUpheld upheld => this with
            {
                Stage = ObjectionStage.Upheld,
                WasUpheld = true,
                Reason = upheld.Reason,
                Due = upheld.Due,
            },
            ObjectionRefused refused => this with
            {
                Stage = ObjectionStage.Refused,
                WasUpheld = false,
                Reason = refused.Reason,
                Due = refused.Due,
            },
            ObjectionAnswered answered => this with
            {
                Stage = ObjectionStage.Answered,
                Answer = answered.Answer,
                Due = null,
            },
            ObjectionWithdrawn => this with { Stage = ObjectionStage.Withdrawn, Due = null },
            _ => throw new InvalidOperationException($"No meaning of {act.GetType().Name}"),
        };
}
