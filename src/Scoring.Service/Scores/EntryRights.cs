using System.Security.Claims;
using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Scores;

/// <summary>
/// 录入权限: the township's administrator enters what the scheme asks people for, what it asks of departments on their sheets;
/// a department enters the scores of its own lines (评分线条) and the facts asked of it alone, in its own name, and nothing else.
/// </summary>
/// <param name="IsAdministrator">Whether everything may be entered, in every department's name.</param>
/// <param name="Departments">For whom the person scores; the administrator may be a scorer, too.</param>
public sealed record EntryRights(bool IsAdministrator, IReadOnlyList<string> Departments)
{
    public static EntryRights Of(ClaimsPrincipal caller) =>
        new(caller.IsInRole(Roles.TownshipAdministrator), caller.Departments());

    /// <summary>
    /// In whose name a score is entered or withdrawn. The administrator does so from the first day, departments from the
    /// start of scoring.
    /// </summary>
    /// <param name="department">As it was asked for; a scorer of a single department need not name it.</param>
    /// <exception cref="CycleIsFrozen">A result is pinned.</exception>
    /// <exception cref="ScoringMustHaveBegun">For a department: the cycle is only open.</exception>
    /// <exception cref="ScorerMustNameTheDepartment">There are several.</exception>
    /// <exception cref="ScorerMustScoreForTheOwnDepartment">It is another's name.</exception>
    /// <exception cref="DepartmentMustScoreItsOwnLines">The item is no line of the department.</exception>
    public string? Admit(Cycle cycle, Scheme scheme, string item, string? department)
    {
        if (IsAdministrator)
        {
            cycle.AdmitEntries();
            return department ?? OwnOf(scheme, item);
        }

        cycle.AdmitDepartmentScores();
        return Admit(Departments, scheme, item, department);
    }

    /// <summary>An administrator who scores for a single department need not name it for its own lines, as any other scorer.</summary>
    private string? OwnOf(Scheme scheme, string item) =>
        Departments is [var own]
        && scheme.FactKinds.TryGetValue(item, out var kind)
        && IsOf(kind, own)
            ? own
            : null;

    /// <summary>Whether the scheme asks the department: it scores the line, or is the one named.</summary>
    private static bool IsOf(FactKind kind, string department) =>
        kind.IsLine
            ? kind.Sources.Contains(department, StringComparer.Ordinal)
            : kind.ReportedBy?.Department == department;

    private static string Admit(
        IReadOnlyList<string> own,
        Scheme scheme,
        string item,
        string? department
    )
    {
        var named = department switch
        {
            null when own.Count == 1 => own[0],
            null => throw new ScorerMustNameTheDepartment(string.Join('、', own)),
            _ when own.Contains(department, StringComparer.Ordinal) => department,
            _ => throw new ScorerMustScoreForTheOwnDepartment(string.Join('、', own)),
        };
        // What the scheme does not know at all is a mistake, not a trespass: the scheme's rules say so.
        return scheme.FactKinds.TryGetValue(item, out var kind) && !IsOf(kind, named)
            ? throw new DepartmentMustScoreItsOwnLines(item, named)
            : named;
    }
}
