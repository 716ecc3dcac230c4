using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring.Procedures.Objections;

/// <summary>异议的待办: each objection for whoever does the next thing about it, until its day.</summary>
public sealed class ObjectionWork(RunningCycles running, ReceivedObjections received)
    : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) =>
        caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader, Roles.DepartmentScorer);

    protected override async Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var items = new List<WorkItem>();
        foreach (var stands in at.State.Objections.Values.Where(one => !one.IsEnded))
        {
            if (
                Of(at, stands, caller) is { } item
                && await MayJudgeAsync(at, stands, caller, cancellationToken)
            )
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <returns>Null where the next thing is another's.</returns>
    public static WorkItem? Of(
        CycleInProcedure at,
        ObjectionStanding stands,
        ClaimsPrincipal caller
    )
    {
        var office = caller.IsInRole(Roles.TownshipAdministrator);
        return stands.Stage switch
        {
            ObjectionStage.Received when office => Item("acceptObjection", "受理异议"),
            ObjectionStage.Accepted when IsNamed(stands, caller) => Item(
                "lookIntoObjection",
                "核查异议"
            ),
            ObjectionStage.LookedInto when caller.SignsForTheTownship() => Item(
                "judgeObjection",
                "认定异议"
            ),
            ObjectionStage.Upheld or ObjectionStage.Refused when office => Item(
                "answerObjection",
                "答复异议"
            ),
            _ => null,
        };

        WorkItem Item(string kind, string title) =>
            new(
                kind,
                at.Cycle.Id,
                stands.Subject,
                title,
                $"{at.Cycle.TitleWithYear()}：{ObjectionView.ReceiptOf(at.Cycle.Year, stands.Number)}",
                Count: 1,
                stands.Due,
                $"/objections/{at.Cycle.Id}?objection={stands.Number}"
            );
    }

    private static bool IsNamed(ObjectionStanding stands, ClaimsPrincipal caller) =>
        stands.LooksInto == caller.UserName()
        && caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader, Roles.DepartmentScorer);

    /// <summary>Who gave the score does not judge the objection to it.</summary>
    private async Task<bool> MayJudgeAsync(
        CycleInProcedure at,
        ObjectionStanding stands,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        stands.Stage != ObjectionStage.LookedInto
        || !(
            await received.GiversAsync(
                await received.OneAsync(at.Cycle.Id, stands.Number, cancellationToken),
                cancellationToken
            )
        ).Contains(caller.UserName());
}
