using System.Security.Claims;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Bases;

/// <summary>
/// 绩效基数的待办: people on a current sheet without an amount, who have no pay base although the scheme pays by it. Where an amount
/// is missing for another reason, no base helps.
/// </summary>
public sealed class MissingBasesWork(PayoutDb db) : IWorkSource
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

        var waiting = await db
            .Sheets.AsNoTracking()
            .Where(sheet =>
                !db.Sheets.Any(other => other.Cycle == sheet.Cycle && other.Number > sheet.Number)
            )
            .Select(sheet => new
            {
                Sheet = sheet,
                People = sheet.Lines.Count(line =>
                    line.Amount == null && !db.Bases.Any(known => known.Person == line.Person)
                ),
            })
            .Where(one => one.People > 0)
            .ToListAsync(cancellationToken);
        return
        [
            .. waiting
                .Where(one => IsPaidByBases(one.Sheet.ReadPublication().SchemeText))
                .Select(one => Of(one.Sheet.Cycle, one.Sheet.Title, one.People)),
        ];
    }

    /// <param name="title">Of the cycle.</param>
    /// <param name="people">How many have neither base nor amount.</param>
    public static WorkItem Of(Guid cycle, string title, int people) =>
        new(
            "importBases",
            cycle,
            Subject: null,
            "导入绩效基数",
            $"{title}：没有基数、金额待定的人员",
            people,
            Due: null,
            "/imports?kind=bases"
        );

    private static bool IsPaidByBases(string schemeText) =>
        SchemeReader.Read(schemeText, "scheme.yaml").PayInputs.Contains(SubjectInput.Base);
}
