using System.Security.Claims;
using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Proposals;
using Assessment.Scoring.Results;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring.Procedures;

/// <summary>办理程序的待办: of each running cycle the step that is due, for whoever takes it.</summary>
public sealed class StepWork(RunningCycles running, ResultStore results, Standings standings)
    : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) =>
        caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader, Roles.Area);

    protected override async Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        [
            .. Of(
                at,
                caller,
                at.Cycle.State == CycleState.Calculated
                    && !await results.IsOutdatedAsync(at.Cycle, cancellationToken),
                await ProposingAsync(at, cancellationToken)
            ),
        ];

    /// <param name="mayFreeze">Whether there is a result with the newest facts.</param>
    /// <param name="proposing">Ids of the areas that propose in the step that is due; empty where none do.</param>
    public static IEnumerable<WorkItem> Of(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        bool mayFreeze,
        IReadOnlyCollection<string> proposing
    )
    {
        var now = at.State.On(at.Today);
        if (now.Due is not { } step)
        {
            return [];
        }

        var items = new List<WorkItem>();
        var office = caller.IsInRole(Roles.TownshipAdministrator);
        // Neither is decided nor signed while somebody waits to hear.
        var leader = caller.SignsForTheTownship() && !now.Objections.Values.Any(one => one.IsOpen);
        switch (step.Kind)
        {
            case ProcedureStepKind.Freeze:
                Add(office && mayFreeze, "freeze", "核对并定稿");
                break;
            case ProcedureStepKind.Propose when at.Scheme.IsPerArea(step):
                if (
                    caller.IsInRole(Roles.Area)
                    && caller.Area() is { } area
                    && proposing.Contains(area)
                    && !now.HandedIn.Contains(area)
                )
                {
                    items.Add(Item("propose", "提出本居民区工作人员的等次建议", area));
                }

                Add(
                    office && now.AwaitsReview && proposing.All(now.HandedIn.Contains),
                    "acceptProposals",
                    "审核各居民区的等次建议"
                );
                break;
            case ProcedureStepKind.Propose:
                Add(office && !now.AwaitsReview, "propose", "提交等次建议");
                Add(office && now.AwaitsReview, "acceptProposals", "审核等次建议");
                break;
            case ProcedureStepKind.Review:
                Add(office, "review", "登记评议情况");
                break;
            case ProcedureStepKind.Publicise:
                // One that is scheduled begins and ends by itself.
                Add(office && now.Current is null, "publicise", "安排公示");
                break;
            case ProcedureStepKind.Decide:
                Add(leader, "decide", "记录集体研究决定");
                break;
            case ProcedureStepKind.Final:
                Add(leader, "finalize", "签批生效");
                break;
            case ProcedureStepKind.Announce:
                Add(office, "announce", "公布结果");
                break;
            case ProcedureStepKind.FeedBack:
                Add(office, "feedBack", "反馈结果");
                break;
            case ProcedureStepKind.Issue:
                Add(office, "issue", "登记发文或移交");
                break;
            default:
                throw new InvalidOperationException($"Nobody is named for {step.Kind}.");
        }

        return items;

        void Add(bool isTheirs, string kind, string title)
        {
            if (isTheirs)
            {
                items.Add(Item(kind, title, subject: null));
            }
        }

        WorkItem Item(string kind, string title, string? subject) =>
            new(
                kind,
                at.Cycle.Id,
                subject,
                title,
                $"{at.Cycle.TitleWithYear()}：{step.Title}",
                Count: 1,
                Due: null,
                $"/procedure/{at.Cycle.Id}"
            );
    }

    private async Task<IReadOnlyCollection<string>> ProposingAsync(
        CycleInProcedure at,
        CancellationToken cancellationToken
    ) =>
        at.State.On(at.Today).Due is { } due && at.Scheme.IsPerArea(due)
            ? [.. ProposingAreas.Of(at, await standings.StandingAsync(at, cancellationToken)).Keys]
            : [];
}
