using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring.Sheets;

/// <summary>评分表的待办: the department fills in and submits, the leader in charge signs, each until the period's date.</summary>
public sealed class SheetWork(RunningCycles running, SheetReading reading) : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) =>
        caller.IsInAnyRole(Roles.DepartmentScorer, Roles.Leader);

    protected override async Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        // Departments score from the start of scoring on.
        at.Cycle.State == CycleState.Open
            ? []
            :
            [
                .. Of(
                    at.Cycle,
                    await reading.ListAsync(at.Cycle, SheetRights.Of(caller), cancellationToken)
                ),
            ];

    /// <param name="sheets">As the caller sees them, with what the caller may do.</param>
    public static IEnumerable<WorkItem> Of(Cycle cycle, IReadOnlyList<SheetSummary> sheets)
    {
        return
        [
            // Another way to report the year waits only once somebody has chosen it.
            .. Items(
                "fillInSheets",
                "填报并提交评分表",
                sheet => sheet.MaySubmit && (!sheet.IsOptional || sheet.IsBegun)
            ),
            .. Items("signSheets", "签批评分表", sheet => sheet.MaySign),
        ];

        IEnumerable<WorkItem> Items(string kind, string title, Func<SheetSummary, bool> waits) =>
            sheets
                .Where(waits)
                .GroupBy(sheet => sheet.Due)
                .Select(due => new WorkItem(
                    kind,
                    cycle.Id,
                    Subject: null,
                    title,
                    $"{cycle.TitleWithYear()}：{string.Join("、", due.Select(NameOf))}",
                    due.Count(),
                    due.Key,
                    LinkOf(cycle, [.. due])
                ));
    }

    private static string NameOf(SheetSummary sheet) =>
        sheet.PeriodTitle is null ? sheet.Department : $"{sheet.Department}{sheet.PeriodTitle}";

    /// <summary>The sheet itself where it is a single one.</summary>
    private static string LinkOf(Cycle cycle, IReadOnlyList<SheetSummary> sheets) =>
        sheets is [var only]
            ? $"/sheets?cycle={cycle.Id}&department={Uri.EscapeDataString(only.Department)}&period={only.Period}"
            : $"/sheets?cycle={cycle.Id}";
}
