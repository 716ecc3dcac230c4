using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Sheets;

/// <summary>Who may do what with a department's sheet.</summary>
/// <param name="IsOffice">Enters in each department's name, and reopens; neither submits nor signs.</param>
/// <param name="Departments">For whom the person scores.</param>
/// <param name="Signs">Whether the person is a leader.</param>
/// <param name="InCharge">The departments that a leader is in charge of; empty for all.</param>
public sealed record SheetRights(
    bool IsOffice,
    IReadOnlyList<string> Departments,
    bool Signs,
    IReadOnlyList<string> InCharge
)
{
    public static SheetRights Of(ClaimsPrincipal caller) =>
        new(
            caller.IsInRole(Roles.TownshipAdministrator),
            caller.Departments(),
            caller.IsInRole(Roles.Leader),
            caller.SignsFor()
        );

    public bool MaySee(SheetKey sheet) => MayEnter(sheet) || MaySign(sheet);

    public bool MayEnter(SheetKey sheet) => IsOffice || IsOf(sheet);

    /// <summary>分管领导. A leader who is in charge of no department in particular signs for all.</summary>
    public bool MaySign(SheetKey sheet) =>
        Signs
        && (InCharge.Count == 0 || InCharge.Contains(sheet.Department, StringComparer.Ordinal));

    /// <exception cref="SheetIsAnotherDepartments"/>
    /// <exception cref="SheetIsSignedByTheLeaderInCharge"/>
    public void Admit(SheetStep step, SheetKey sheet)
    {
        if (!May(step, sheet))
        {
            throw step == SheetStep.Submit
                ? new SheetIsAnotherDepartments($"{sheet}")
                : new SheetIsSignedByTheLeaderInCharge($"{sheet}");
        }
    }

    public bool May(SheetStep step, SheetKey sheet) =>
        step switch
        {
            SheetStep.Submit => IsOf(sheet),
            SheetStep.Reopen => IsOffice || MaySign(sheet),
            _ => MaySign(sheet),
        };

    /// <summary>The office enters from the first day, departments from the start of scoring.</summary>
    public void AdmitEntries(Cycle cycle)
    {
        if (IsOffice)
        {
            cycle.AdmitEntries();
        }
        else
        {
            cycle.AdmitDepartmentScores();
        }
    }

    private bool IsOf(SheetKey sheet) =>
        Departments.Contains(sheet.Department, StringComparer.Ordinal);
}
