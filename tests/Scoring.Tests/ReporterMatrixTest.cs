using Assessment.Contracts;
using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Scores;
using Assessment.Scoring.Sheets;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Who may report which fact of the six schemes: table “facts” of docs/permissions.md.</summary>
public sealed class ReporterMatrixTest
{
    private const string Stranger = "别的部门";
    private static readonly Cycle Scoring = new() { State = CycleState.Scoring };

    private static readonly SubjectIds Subjects = new(
        new HashSet<string> { "a1" },
        new HashSet<string> { "p1" }
    );

    private static readonly string[] Schemes =
    [
        "gaojing-2024",
        "jingan-guidance",
        "danan-2017",
        "jiuting-2025",
        "secretary-three-papers",
        "secretary-three-reviews",
    ];

    private static readonly string[] Sources = ["survey", "hotline", "panel"];

    [Fact]
    public async Task EveryFact_IsReportedByWhomTheSchemeNames()
    {
        List<string> lines =
        [
            "| scheme | reported by | facts | office | own department | other department | survey | hotline | panel |",
            "|---|---|---|---|---|---|---|---|---|",
        ];
        foreach (var name in Schemes)
        {
            var scheme = CaseFiles.Scheme(name);
            var plan = CyclePlan.Of(scheme, scheme.Year);
            foreach (
                var group in scheme
                    .FactKinds.Values.GroupBy(kind =>
                        (By: ReporterOf(kind), Row: RowOf(scheme, plan, kind))
                    )
                    .OrderBy(group => group.Key.By, StringComparer.Ordinal)
            )
            {
                lines.Add(
                    $"| {name} | {group.Key.By} | {string.Join(' ', group.Select(kind => $"`{kind.Item}`"))} | {group.Key.Row} |"
                );
            }
        }

        await PermissionTable.MustBeAsync("facts", lines);
    }

    private static string ReporterOf(FactKind kind) =>
        kind.IsLine ? "departments of the line"
        : kind.ReportedBy!.Department is { } department ? $"department {department}"
        : kind.ReportedBy.Kind switch
        {
            ReporterKind.CarriedOver => "last year's final, else the office",
            var other => other.ToString().ToLowerInvariant(),
        };

    private static string RowOf(Scheme scheme, CollectionPlan plan, FactKind kind)
    {
        var own = kind.ReportedBy?.Department ?? (kind.IsLine ? kind.Sources[0] : null);
        return string.Join(
            " | ",
            [
                Entered(scheme, kind, new EntryRights(IsAdministrator: true, []), own),
                own is null
                    ? Entered(
                        scheme,
                        kind,
                        new EntryRights(IsAdministrator: false, [Stranger]),
                        Stranger
                    )
                    : Entered(scheme, kind, new EntryRights(IsAdministrator: false, [own]), own),
                Entered(
                    scheme,
                    kind,
                    new EntryRights(IsAdministrator: false, [Stranger]),
                    Stranger
                ),
                .. Sources.Select(source =>
                    plan.CollectorOf(kind.Item)?.Name == source ? "✓" : "–"
                ),
            ]
        );
    }

    /// <summary>✓ counts at once, “sheet” once the department's sheet is signed, – is refused.</summary>
    private static string Entered(
        Scheme scheme,
        FactKind kind,
        EntryRights rights,
        string? department
    )
    {
        try
        {
            var by = rights.Admit(Scoring, scheme, kind.Item, department);
            var observed = new ScoreRules(
                scheme,
                Subjects,
                new Dictionary<LedgerKey, LedgerEntry>()
            ).Read(
                new ScoreRow(
                    kind.OfAreas ? "a1" : "p1",
                    kind.Item,
                    by ?? (kind.Sources is [var first, ..] ? first : null),
                    kind.PeriodsOf(by) is [var period, ..] ? period : null,
                    kind.Range?.Least ?? 1,
                    null
                ),
                "测试"
            );
            return observed.Sheet is null ? "✓" : "sheet";
        }
        catch (Exception refused) when (refused is DomainException or RowRefused)
        {
            return "–";
        }
    }
}
