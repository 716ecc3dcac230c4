using Assessment.Engine.Decisions;
using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>What a meeting decides, as it is recorded.</summary>
/// <param name="Changes">What is decided other than proposed; everything else is confirmed.</param>
/// <param name="QuotaReason">Why quotas in principle are exceeded; null where none is.</param>
public sealed record DecisionTaken(
    Meeting Meeting,
    IReadOnlyList<Proposal> Changes,
    string? QuotaReason
);

/// <summary>集体研究决定</summary>
public static class Deciding
{
    /// <summary>What was decided, else what is proposed, with changes in its place: what the engine is given.</summary>
    public static IReadOnlyList<Decision> Decisions(
        this ProcedureState state,
        IReadOnlyList<Proposal> changes
    )
    {
        var changed = changes.Select(one => one.Subject).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (state.Decision?.Decisions ?? state.Proposals)
                .Where(one => !changed.Contains(one.Subject))
                .Concat(changes)
                .Select(one => new Decision(one.Subject, one.Grade, one.Tier, one.Reason)),
        ];
    }

    /// <param name="standings">As they are with the decisions.</param>
    /// <param name="overruns">Where the decisions exceed quotas.</param>
    /// <param name="result">Number of the result with the decisions in it.</param>
    /// <exception cref="GradesMustBePublicisedFirst">Somebody would get a grade that had to be publicised before.</exception>
    /// <exception cref="HardQuotaMustHold">A quota that must not be exceeded would be.</exception>
    /// <exception cref="ExceededQuotaNeedsAReason">A quota in principle would be, without a reason.</exception>
    public static Decided Decide(
        this ProcedureState state,
        DateOnly today,
        DecisionTaken taken,
        IReadOnlyList<Standing> standings,
        IReadOnlyList<QuotaUse> overruns,
        int result
    )
    {
        var now = state.MustBeAt(today, ProcedureStepKind.Decide);
        now.MustHaveNoOpenObjections();
        var meeting = taken.Meeting.Checked(Earliest(now), today);
        var changes = Proposing.Checked(
            taken.Changes,
            standings.ToDictionary(one => one.Subject, StringComparer.Ordinal),
            mayDepart: true
        );
        if (now.FirstUncovered(standings) is { } step)
        {
            throw new GradesMustBePublicisedFirst(
                string.Join(
                    "、",
                    now.Uncovered(step, standings).Select(one => $"{one.Name}（{one.Grade}）")
                )
            );
        }

        return new Decided(
            now.Position,
            meeting,
            [
                .. now.Decisions(changes)
                    .Select(one => new Proposal(one.Subject, one.Grade, one.Tier, one.Reason)),
            ],
            ReasonsFor(overruns, taken.QuotaReason),
            result
        );
    }

    private static IReadOnlyList<string> ReasonsFor(
        IReadOnlyList<QuotaUse> overruns,
        string? reason
    )
    {
        if (overruns.FirstOrDefault(one => one.Limit == QuotaLimit.Hard) is { } hard)
        {
            throw new HardQuotaMustHold(hard.Message);
        }

        if (overruns.Count == 0)
        {
            return [];
        }

        return reason?.Trim() is { Length: > 0 and <= Due.TextLength } why
            ? [.. overruns.Select(one => $"{one.Message}：{why}")]
            : throw new ExceededQuotaNeedsAReason(
                string.Join("；", overruns.Select(one => one.Message))
            );
    }

    /// <summary>After the publicity.</summary>
    private static DateOnly Earliest(ProcedureState now) =>
        now
            .Publicities.Where(one => one.Step < now.Position)
            .Select(one => one.Last.AddDays(1))
            .DefaultIfEmpty()
            .Max();
}
