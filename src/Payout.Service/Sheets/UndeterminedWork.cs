using System.Security.Claims;
using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Sheets;

/// <summary>发放表的待办: a current sheet on which amounts cannot be said yet, for whoever brings the pay bases.</summary>
public sealed class UndeterminedWork(PayoutDb db) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!caller.IsInAnyRole(Roles.FinancePreparer, Roles.TownshipAdministrator))
        {
            return [];
        }

        var sheets = await db
            .Sheets.AsNoTracking()
            .Where(sheet =>
                !db.Sheets.Any(other => other.Cycle == sheet.Cycle && other.Number > sheet.Number)
            )
            .Select(sheet => new
            {
                sheet.Cycle,
                sheet.Title,
                Waiting = sheet.Lines.Count(line => line.Amount == null),
            })
            .Where(sheet => sheet.Waiting > 0)
            .ToListAsync(cancellationToken);
        return sheets.ConvertAll(sheet => Of(sheet.Cycle, sheet.Title, sheet.Waiting));
    }

    /// <param name="title">Of the cycle.</param>
    /// <param name="waiting">How many lines have no amount.</param>
    public static WorkItem Of(Guid cycle, string title, int waiting) =>
        new(
            "completeSheet",
            cycle,
            Subject: null,
            "补齐发放金额",
            $"{title}：金额待定的人员",
            waiting,
            Due: null,
            $"/payout/{cycle}"
        );
}
