using System.Collections.Immutable;
using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;

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

    public Decided? Decision { get; private init; }

    /// <summary>Version of the final result; 0 where there is none yet.</summary>
    public int Version { get; private init; }

    /// <summary>Whether the result that stands is final.</summary>
    public bool IsFinal { get; private init; }

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

    public static ProcedureState Of(Procedure procedure, IEnumerable<Act> acts) =>
        acts.Aggregate(new ProcedureState(procedure), (state, act) => state.With(act));

    /// <summary>The state on that day: a publicity that has run its whole time is over by itself.</summary>
    public ProcedureState On(DateOnly today) =>
        Current is { } publicity && today > publicity.Last
            ? this with
            {
                Position = Position + 1,
            }
            : this;

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
            StepTaken taken => counted.Past(taken.Step),
            PublicityScheduled publicity => counted with
            {
                Scheduled = Scheduled.Add(publicity),
                Position = publicity.Step,
            },
            PublicityWithdrawn withdrawn => counted with
            {
                Withdrawn = Withdrawn.Add(withdrawn.Notice, withdrawn.Reason),
            },
            Decided decided => (counted with { Decision = decided, Result = decided.Result }).Past(
                decided.Step
            ),
            Finalized finalized => (
                counted with
                {
                    Result = finalized.Result,
                    Version = finalized.Version,
                    IsFinal = true,
                }
            ).Past(finalized.Step),
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

    private ProcedureState Past(int step) =>
        this with
        {
            Position = step + 1,
            AwaitsReview = false,
            HandedIn = HandedIn.Clear(),
        };

    private sealed record HeldProposal(Proposal Proposal, int Step, string? Area);
}
