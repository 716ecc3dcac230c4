using System.Collections.Immutable;
using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Objections;

namespace Assessment.Scoring.Procedures;

/// <summary>
/// Where a cycle stands in its procedure. Follows from the scheme's steps and the acts on record alone; which day it is
/// is asked where it matters, because a publicity ends by itself.
/// </summary>
public sealed record ProcedureState
{
    private ProcedureState(Procedure procedure) => Procedure = procedure;

    public Procedure Procedure { get; }

    /// <summary>How many acts are on record.</summary>
    public int Count { get; private init; }

    /// <summary>Number of the result that stands; null before the freezing.</summary>
    public int? Result { get; private init; }

    /// <summary>Number of the result that was pinned last by calculation alone, without decisions.</summary>
    public int? Pinned { get; private init; }

    /// <summary>Position of the step that is due or under way; the number of steps where all are taken.</summary>
    public int Position { get; private init; }

    /// <summary>What is proposed other than calculated, at most one for a subject.</summary>
    public IEnumerable<Proposal> Proposals => Held.Values.Select(one => one.Proposal);

    private ImmutableSortedDictionary<string, HeldProposal> Held { get; init; } =
        ImmutableSortedDictionary.Create<string, HeldProposal>(StringComparer.Ordinal);

    /// <summary>Which areas have handed in the proposals of the step that is under way.</summary>
    public ImmutableHashSet<string> HandedIn { get; private init; } =
        ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether the step that is under way waits for who reviews its proposals.</summary>
    public bool AwaitsReview { get; private init; }

    /// <summary>All that were ever scheduled, in their order.</summary>
    public ImmutableList<PublicityScheduled> Scheduled { get; private init; } = [];

    /// <summary>Those that count, in their order.</summary>
    public IReadOnlyList<PublicityScheduled> Publicities =>
        [.. Scheduled.Where(one => !Withdrawn.ContainsKey(one.Notice))];

    /// <summary>Notices that were withdrawn, with the reason.</summary>
    public ImmutableDictionary<Guid, string> Withdrawn { get; private init; } =
        ImmutableDictionary<Guid, string>.Empty;

    /// <summary>Announcements of final results, in their order.</summary>
    public ImmutableList<Announced> Announcements { get; private init; } = [];

    public Decided? Decision { get; private init; }

    /// <summary>Version of the final result; 0 where there is none yet.</summary>
    public int Version { get; private init; }

    /// <summary>Number of the final result, which stands until a correction is final; null where there is none yet.</summary>
    public int? FinalResult { get; private init; }

    /// <summary>
    /// Number of the final result that was fed back to those whom it is about: with the scheme's step for it, else as soon
    /// as it is final; null before. It stays while it is being corrected.
    /// </summary>
    public int? FedBack { get; private init; }

    /// <summary>Whether the result that stands is final.</summary>
    public bool IsFinal { get; private init; }

    /// <summary>Why a correction of the final result is under way; null where none is.</summary>
    public string? CorrectionReason { get; private init; }

    public bool IsCorrecting => CorrectionReason is not null;

    /// <summary>How many corrections were opened.</summary>
    public int Corrections { get; private init; }

    /// <summary>异议, by their numbers.</summary>
    public ImmutableSortedDictionary<int, ObjectionStanding> Objections { get; private init; } =
        ImmutableSortedDictionary<int, ObjectionStanding>.Empty;

    /// <summary>Whether facts may be put right although a result is pinned: somebody looks into one, or a correction is open.</summary>
    public bool AdmitsCorrections =>
        IsCorrecting || Objections.Values.Any(one => one.IsAboutFacts && one.IsLookedInto);

    /// <summary>The newest request to cancel the cycle; null where there was none.</summary>
    public CancellationAsked? Cancellation { get; private init; }

    /// <summary>Why that request was declined; null where it was not.</summary>
    public string? CancellationDeclined { get; private init; }

    /// <summary>Whether the request waits for an answer.</summary>
    public bool IsCancellationAsked =>
        Cancellation is not null && CancellationDeclined is null && !IsFinal;

    /// <summary>The step that is due or under way; null where all are taken.</summary>
    public ProcedureStep? Due =>
        Position >= Procedure.Steps.Count ? null : Procedure.Steps[Position];

    /// <summary>The publicity of the step that is under way; null where that is no publicity or none is scheduled.</summary>
    public PublicityScheduled? Current =>
        Due is { Kind: ProcedureStepKind.Publicise }
            ? Scheduled
                .Skip(BeforeThisVisit)
                .LastOrDefault(one => one.Step == Position && !Withdrawn.ContainsKey(one.Notice))
            : null;

    /// <summary>
    /// How many publicities were scheduled before the procedure came back to the step that is due: they have had their time,
    /// and another is needed.
    /// </summary>
    private int BeforeThisVisit { get; init; }

    /// <summary>Whether the publicity that is running is to be followed by another of the same step.</summary>
    private bool IsToBeRepeated { get; init; }

    public static ProcedureState Of(Procedure procedure, IEnumerable<Act> acts) =>
        acts.Aggregate(new ProcedureState(procedure), (state, act) => state.With(act));

    /// <summary>The state on that day: a publicity that has run its whole time is over by itself.</summary>
    public ProcedureState On(DateOnly today) =>
        Current is null || Publicities.Any(one => one.Step == Position && today <= one.Last) ? this
        : IsToBeRepeated ? this with { BeforeThisVisit = Scheduled.Count, IsToBeRepeated = false }
        : this with { Position = Position + 1 };

    /// <summary>The state after one more act.</summary>
    public ProcedureState With(Act act)
    {
        var counted = this with { Count = Count + 1 };
        return act switch
        {
            Frozen frozen => counted with
            {
                Result = frozen.Result,
                Pinned = frozen.Result,
                Position = 1,
            },
            ProposalsHandedIn handed => counted.HandedInBy(handed),
            ProposalsAccepted accepted => counted.Past(accepted.Step),
            ProposalsReturned returned => counted.Without(returned),
            ProposalsChanged changed => counted with
            {
                Held = HeldWith(changed.Proposals, Position, area: null),
                Position = changed.BackTo ?? Position,
                BeforeThisVisit = changed.BackTo is null ? BeforeThisVisit : Scheduled.Count,
            },
            StepTaken taken => (
                Procedure.Steps[taken.Step].Kind == ProcedureStepKind.FeedBack
                    ? counted with
                    {
                        FedBack = Result,
                    }
                    : counted
            ).Past(taken.Step),
            PublicityScheduled publicity => counted with
            {
                Scheduled = Scheduled.Add(publicity),
                Position = publicity.Step,
                IsToBeRepeated = false,
            },
            PeriodElapsed elapsed => counted with
            {
                // As if it had been over on the day before.
                Scheduled =
                [
                    .. Scheduled.Select(one =>
                        one.Notice == elapsed.Notice
                            ? one with
                            {
                                Last = elapsed.On.AddDays(-1),
                            }
                            : one
                    ),
                ],
            },
            PublicityWithdrawn withdrawn => counted with
            {
                Withdrawn = Withdrawn.Add(withdrawn.Notice, withdrawn.Reason),
            },
            Announced announced => (
                counted with
                {
                    Announcements = Announcements.Add(announced),
                }
            ).Past(announced.Step),
            Decided decided => (counted with { Decision = decided, Result = decided.Result }).Past(
                decided.Step
            ),
            Finalized finalized => (
                counted with
                {
                    Result = finalized.Result,
                    FinalResult = finalized.Result,
                    FedBack = Procedure.Steps.Any(step => step.Kind == ProcedureStepKind.FeedBack)
                        ? FedBack
                        : finalized.Result,
                    Version = finalized.Version,
                    IsFinal = true,
                    CorrectionReason = null,
                }
            ).Past(finalized.Step),
            ObjectionAct objection => counted.WithObjection(objection),
            CorrectionOpened opened => counted with
            {
                CorrectionReason = opened.Reason,
                Corrections = Corrections + 1,
            },
            CorrectionMade made => counted.Changed(made.Consequence) with { IsFinal = false },
            CorrectionAbandoned => counted with { CorrectionReason = null },
            CancellationAsked asked => counted with
            {
                Cancellation = asked,
                CancellationDeclined = null,
            },
            CancellationDeclined declined => counted with
            {
                CancellationDeclined = declined.Reason,
            },
            Cancelled => counted,
            _ => throw new InvalidOperationException($"No meaning of {act.GetType().Name}"),
        };
    }

    private ProcedureState HandedInBy(ProposalsHandedIn handed)
    {
        var step = Procedure.Steps[handed.Step];
        var state = this with
        {
            Held = HeldWith(handed.Proposals, handed.Step, handed.Area),
            HandedIn = handed.Area is { } area ? HandedIn.Add(area) : HandedIn,
        };
        // Where each area hands in its own, who reviews sees when all have.
        return step.ReviewedBy is not null ? state with { AwaitsReview = true }
            : handed.Area is null ? state.Past(handed.Step)
            : state;
    }

    /// <summary>What was sent back is proposed no longer; those of other areas still wait.</summary>
    private ProcedureState Without(ProposalsReturned returned)
    {
        var left = returned.Area is { } area ? HandedIn.Remove(area) : HandedIn.Clear();
        return this with
        {
            Held = Held.RemoveRange(
                Held.Where(one =>
                        one.Value.Step == returned.Step && one.Value.Area == returned.Area
                    )
                    .Select(one => one.Key)
            ),
            HandedIn = left,
            AwaitsReview = !left.IsEmpty,
        };
    }

    private ImmutableSortedDictionary<string, HeldProposal> HeldWith(
        IEnumerable<Proposal> proposals,
        int step,
        string? area
    ) =>
        Held.SetItems(
            proposals.Select(one => new KeyValuePair<string, HeldProposal>(
                one.Subject,
                new HeldProposal(one, step, area)
            ))
        );

    private ProcedureState WithObjection(ObjectionAct act)
    {
        var stands = act is ObjectionReceived received
            ? ObjectionStanding.Of(received)
            : Objections[act.Number].With(act);
        var state = this with { Objections = Objections.SetItem(act.Number, stands) };
        return act is ObjectionUpheld upheld ? state.Changed(upheld.Consequence) : state;
    }

    /// <summary>
    /// Other facts are pinned, or other grades are to be decided. What was decided is from then on what is proposed, and
    /// has to be decided anew.
    /// </summary>
    private ProcedureState Changed(Consequence consequence)
    {
        var stood = Decision is null
            ? this
            : this with
            {
                Held = HeldWith(Decision.Decisions, Decision.Step, area: null),
                Decision = null,
            };
        var pinned = consequence.Result ?? Pinned;
        return stood with
        {
            Pinned = pinned,
            Result = pinned,
            Held = stood.HeldWith(consequence.Grades, consequence.To, area: null),
            Position = consequence.To,
            IsToBeRepeated = consequence.Running == RunningPublicity.IsRepeated,
            BeforeThisVisit =
                consequence.Running == RunningPublicity.None ? Scheduled.Count : BeforeThisVisit,
        };
    }

    private ProcedureState Past(int step) =>
        this with
        {
            Position = step + 1,
            IsToBeRepeated = false,
            AwaitsReview = false,
            HandedIn = HandedIn.Clear(),
        };

    private sealed record HeldProposal(Proposal Proposal, int Step, string? Area);
}
