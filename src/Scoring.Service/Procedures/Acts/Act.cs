using System.Text.Json.Serialization;

namespace Assessment.Scoring.Procedures.Acts;

/// <summary>
/// 程序记录: one thing that was done between the calculated and the final result. Acts are only added; where a cycle stands
/// follows from them alone (<see cref="ProcedureState"/>).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(Frozen), "frozen")]
[JsonDerivedType(typeof(ProposalsHandedIn), "proposalsHandedIn")]
[JsonDerivedType(typeof(ProposalsAccepted), "proposalsAccepted")]
[JsonDerivedType(typeof(ProposalsReturned), "proposalsReturned")]
[JsonDerivedType(typeof(ProposalsChanged), "proposalsChanged")]
[JsonDerivedType(typeof(StepTaken), "stepTaken")]
[JsonDerivedType(typeof(PublicityScheduled), "publicityScheduled")]
[JsonDerivedType(typeof(PublicityWithdrawn), "publicityWithdrawn")]
[JsonDerivedType(typeof(Announced), "announced")]
[JsonDerivedType(typeof(PeriodElapsed), "periodElapsed")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Finalized), "finalized")]
[JsonDerivedType(typeof(ObjectionReceived), "objectionReceived")]
[JsonDerivedType(typeof(ObjectionAccepted), "objectionAccepted")]
[JsonDerivedType(typeof(ObjectionLookedInto), "objectionLookedInto")]
[JsonDerivedType(typeof(ObjectionUpheld), "objectionUpheld")]
[JsonDerivedType(typeof(ObjectionRefused), "objectionRefused")]
[JsonDerivedType(typeof(ObjectionAnswered), "objectionAnswered")]
[JsonDerivedType(typeof(ObjectionWithdrawn), "objectionWithdrawn")]
[JsonDerivedType(typeof(CorrectionOpened), "correctionOpened")]
[JsonDerivedType(typeof(CorrectionMade), "correctionMade")]
[JsonDerivedType(typeof(CorrectionAbandoned), "correctionAbandoned")]
[JsonDerivedType(typeof(CancellationAsked), "cancellationAsked")]
[JsonDerivedType(typeof(CancellationDeclined), "cancellationDeclined")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
public abstract record Act;

/// <summary>定稿: one result is pinned; only a decision, an upheld objection or a correction puts another beside it.</summary>
/// <param name="Result">Number of the result.</param>
/// <param name="Passed">What was missing, and why the cycle was frozen all the same.</param>
public sealed record Frozen(int Result, string Digest, IReadOnlyList<PassedFinding> Passed) : Act;

/// <summary>A kind of finding that somebody let pass.</summary>
/// <param name="Count">How many subjects or things it was about.</param>
public sealed record PassedFinding(string Code, int Count, string Reason);

/// <summary>A grade or tier that a body proposes in the place of the calculated one.</summary>
/// <param name="Grade">Null where the tier is proposed.</param>
public sealed record Proposal(string Subject, string? Grade, string? Tier, string Reason);

/// <summary>拟定: the proposals of a step, all at once; who is not named keeps the calculated grade.</summary>
/// <param name="Step">Position of the step in the procedure, from 0.</param>
/// <param name="Area">Whose they are where each area proposes for its own people; null where one body proposes for all.</param>
public sealed record ProposalsHandedIn(int Step, string? Area, IReadOnlyList<Proposal> Proposals)
    : Act;

/// <summary>审核同意: who reviews the step's proposals agrees to all of them.</summary>
public sealed record ProposalsAccepted(int Step) : Act;

/// <summary>退回: an area, or the body, is to propose anew.</summary>
public sealed record ProposalsReturned(int Step, string? Area, string Reason) : Act;

/// <summary>调整拟定: other grades are to be decided than those that were proposed.</summary>
/// <param name="BackTo">The publicity that has to be repeated for them; null where none has to.</param>
public sealed record ProposalsChanged(IReadOnlyList<Proposal> Proposals, int? BackTo) : Act;

/// <summary>A step that leaves nothing but that it was taken: a review, an announcement, feedback, the formal document.</summary>
/// <param name="Remarks">What the body said, or where the document is; null where there is nothing to say.</param>
public sealed record StepTaken(int Step, string? Remarks) : Act;

/// <summary>公示: what is shown from the first to the last day.</summary>
/// <param name="First">The first day that counts, whole.</param>
/// <param name="Last">The last day that counts, whole.</param>
/// <param name="Contact">Whom people can turn to.</param>
/// <param name="Result">Number of the result that it shows.</param>
/// <param name="Lines">Who is shown, with what.</param>
public sealed record PublicityScheduled(
    int Step,
    Guid Notice,
    DateOnly First,
    DateOnly Last,
    string Contact,
    int Result,
    IReadOnlyList<NoticeLine> Lines
) : Act;

/// <summary>An area or a person on a notice, with what the step shows of them.</summary>
/// <param name="Kind"><c>areas</c>, or the class of staff.</param>
/// <param name="Area">Name of the person's area; null for an area itself.</param>
/// <param name="Total">Null where the step shows names only.</param>
/// <param name="AreaId">Id of the person's area; the own id of an area.</param>
public sealed record NoticeLine(
    string Subject,
    string Name,
    string Kind,
    string? Area,
    string? Grade,
    string? Tier,
    decimal? Total,
    int? Rank,
    string AreaId
);

/// <summary>A notice was wrong: it no longer counts, and says so.</summary>
public sealed record PublicityWithdrawn(Guid Notice, string Reason) : Act;

/// <summary>公布: the final result is shown from that day on.</summary>
/// <param name="On">The day on which it was posted.</param>
/// <param name="Result">Number of the result that it shows.</param>
/// <param name="Lines">Who is shown, with what.</param>
/// <param name="Remarks">What the body said; null where there is nothing to say.</param>
public sealed record Announced(
    int Step,
    Guid Notice,
    DateOnly On,
    int Result,
    IReadOnlyList<NoticeLine> Lines,
    string? Remarks
) : Act;

/// <summary>视同期满: of a rehearsal alone.</summary>
/// <param name="Notice">That was scheduled or running.</param>
/// <param name="On">The day on which it counts as over.</param>
public sealed record PeriodElapsed(Guid Notice, DateOnly On) : Act;

/// <summary>集体研究决定.</summary>
/// <param name="Decisions">What was decided other than calculated; everything else was confirmed.</param>
/// <param name="QuotaReasons">Why quotas in principle are exceeded.</param>
/// <param name="Result">Number of the result with the decisions in it.</param>
public sealed record Decided(
    int Step,
    Meeting Meeting,
    IReadOnlyList<Proposal> Decisions,
    IReadOnlyList<string> QuotaReasons,
    int Result
) : Act;

/// <summary>The meeting that decided.</summary>
/// <param name="Body">The deciding body, in the scheme's words.</param>
/// <param name="Present">Who was there.</param>
/// <param name="Minutes">会议纪要, an uploaded file; null where the minutes are kept elsewhere.</param>
public sealed record Meeting(DateOnly Date, string Body, string Present, Guid? Minutes);

/// <summary>生效.</summary>
/// <param name="Version">1, or one more with each correction.</param>
public sealed record Finalized(int Step, int Result, int Version, string Digest) : Act;
