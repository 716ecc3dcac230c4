using Assessment.Engine.Language;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Sheets;

/// <summary>Which sheet (科室评分表) of a cycle.</summary>
/// <param name="Period">Empty where the department scores once a year.</param>
public sealed record SheetKey(string Department, string Period)
{
    /// <summary>The sheet on which a fact stands.</summary>
    /// <param name="by">Under whose name the ledger keeps it.</param>
    /// <returns>Null of facts that are no department's: they count as soon as they are reported.</returns>
    public static SheetKey? Of(FactKind kind, string? by, string? period) =>
        DepartmentOf(kind, by) is { } department ? new(department, period ?? "") : null;

    /// <summary>The sheet on which an entry of the ledger stands; null as above.</summary>
    public static SheetKey? Of(LedgerEntry entry) =>
        entry.Sheet is { } department ? new(department, entry.Period ?? "") : null;

    /// <summary>Whose sheet a fact stands on; null where it is no department's.</summary>
    /// <param name="by">Under whose name the ledger keeps it.</param>
    public static string? DepartmentOf(FactKind kind, string? by) =>
        kind.IsLine ? by : kind.ReportedBy?.Department;

    /// <summary>As people are told of it.</summary>
    public override string ToString() => Period.Length == 0 ? Department : $"{Department} {Period}";
}
