using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>拟定等次</summary>
public static class Proposing
{
    /// <param name="isPerArea">Whether each area proposes for its own people.</param>
    /// <param name="area">Of whom hands in; null for the body.</param>
    /// <param name="standings">As calculated.</param>
    /// <exception cref="ProposalsMustFitTheScheme">A proposal is of somebody else, departs where nobody may, or says nothing.</exception>
    public static ProposalsHandedIn HandIn(
        this ProcedureState state,
        DateOnly today,
        bool isPerArea,
        string? area,
        IReadOnlyList<Proposal> proposals,
        IReadOnlyList<Standing> standings
    )
    {
        var now = state.MustBeAt(today, ProcedureStepKind.Propose);
        if (isPerArea != area is not null)
        {
            throw isPerArea ? new ProposalsAreEachAreasOwn() : new ProposalsAreTheLeadingGroups();
        }

        if (now.AwaitsReview && (area is null || now.HandedIn.Contains(area)))
        {
            throw new ProposalsAwaitReview();
        }

        var step = now.Due!;
        return new ProposalsHandedIn(
            now.Position,
            area,
            Checked(
                proposals,
                standings
                    .Where(one => one.IsOf(step) && (area is null || one.Area == area))
                    .ToDictionary(one => one.Subject, StringComparer.Ordinal),
                step.MayDepart
            )
        );
    }

    /// <param name="expected">Areas that have somebody to propose for, by id, with their names; empty where one body proposes.</param>
    /// <exception cref="AllAreasMustHandIn">Some have not.</exception>
    public static ProposalsAccepted Accept(
        this ProcedureState state,
        DateOnly today,
        IReadOnlyDictionary<string, string> expected
    )
    {
        var now = state.MustAwaitReview(today);
        var missing = expected
            .Where(area => !now.HandedIn.Contains(area.Key))
            .Select(area => area.Value)
            .ToList();
        return missing.Count > 0
            ? throw new AllAreasMustHandIn(string.Join("、", missing))
            : new ProposalsAccepted(now.Position);
    }

    /// <param name="area">Whose proposals; null where one body proposes.</param>
    public static ProposalsReturned Return(
        this ProcedureState state,
        DateOnly today,
        string? area,
        string? reason
    )
    {
        var now = state.MustAwaitReview(today);
        return area is not null && !now.HandedIn.Contains(area)
            ? throw new NoProposalsAwaitReview()
            : new ProposalsReturned(now.Position, area, Due.ReasonOf(reason));
    }

    /// <summary>Other grades than those proposed, before they are decided; publicised again where they have to be.</summary>
    /// <param name="standings">As they are with the changes.</param>
    public static ProposalsChanged Change(
        this ProcedureState state,
        DateOnly today,
        IReadOnlyList<Proposal> proposals,
        IReadOnlyList<Standing> standings
    )
    {
        var now = state.MustBeAt(today, ProcedureStepKind.Decide);
        var known = standings.ToDictionary(one => one.Subject, StringComparer.Ordinal);
        if (proposals.Count == 0)
        {
            throw new ReasonIsMissing(Due.TextLength);
        }

        return new ProposalsChanged(
            Checked(proposals, known, mayDepart: true),
            now.FirstUncovered(standings)
        );
    }

    /// <summary>Proposals in themselves; whether the scheme knows the grade, the engine says.</summary>
    internal static IReadOnlyList<Proposal> Checked(
        IReadOnlyList<Proposal> proposals,
        Dictionary<string, Standing> known,
        bool mayDepart
    )
    {
        var problems = proposals
            .Select(one => ProblemOf(one, known, mayDepart))
            .OfType<Problem>()
            .Concat(
                proposals
                    .GroupBy(one => one.Subject, StringComparer.Ordinal)
                    .Where(group => group.Count() > 1)
                    .Select(group => new Problem(
                        "proposal-twice",
                        $"“{group.Key}”写了不止一次，一个对象只能有一项",
                        Column: group.Key
                    ))
            )
            .ToList();
        return problems.Count > 0
            ? throw new ProposalsMustFitTheScheme(problems)
            : [.. proposals.Select(one => one with { Reason = one.Reason.Trim() })];
    }

    private static Problem? ProblemOf(
        Proposal proposal,
        Dictionary<string, Standing> known,
        bool mayDepart
    )
    {
        if (!known.TryGetValue(proposal.Subject, out var standing))
        {
            return Problem("proposal-of-somebody-else", "不在这一步的范围之内");
        }

        if (!mayDepart)
        {
            return Problem("proposal-departs", "的等次按计算结果拟定，方案没有规定可以调整");
        }

        if (proposal.Grade is null == proposal.Tier is null)
        {
            return Problem("proposal-empty", "应写明等次或档次，只写其中一项");
        }

        return proposal.Reason?.Trim() is { Length: > 0 and <= Due.TextLength }
            ? null
            : Problem("proposal-without-reason", $"没有写明理由，或超过 {Due.TextLength} 个字");

        Problem Problem(string code, string says) =>
            new(code, $"“{standing?.Name ?? proposal.Subject}”{says}", Column: proposal.Subject);
    }

    private static ProcedureState MustAwaitReview(this ProcedureState state, DateOnly today)
    {
        var now = state.MustBeAt(today, ProcedureStepKind.Propose);
        return now.AwaitsReview ? now : throw new NoProposalsAwaitReview();
    }
}
