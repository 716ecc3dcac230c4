using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Results;

/// <summary>An area's result as people see it; items with 4 decimals.</summary>
public sealed record AreaResultView(
    string Id,
    string Name,
    string? Category,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Tier,
    decimal? Bonus,
    decimal? Deduction,
    decimal? Progress,
    IReadOnlyDictionary<string, decimal?> Items
);

/// <summary>A staff member's result as people see it.</summary>
/// <param name="Class">Id of one of the result's classes (考核类别).</param>
/// <param name="PostTitle">The post in the scheme's word; null where the scheme does not name it.</param>
/// <param name="Flags">Codes of the class's flags that the person has.</param>
public sealed record StaffResultView(
    string Id,
    string Name,
    string Area,
    string AreaName,
    string Class,
    string Post,
    string? PostTitle,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Band,
    IReadOnlyList<string> Flags,
    IReadOnlyDictionary<string, decimal?> Items
);

/// <summary>Who is proposed for the best grade: the only names that are publicised.</summary>
public sealed record Proposed(string Grade, IReadOnlyList<ProposedArea> Areas);

public sealed record ProposedArea(string Id, string Name);

/// <summary>An item of the result's columns.</summary>
public sealed record ResultItem(string Id, string Title, decimal? Points);

/// <summary>What the scheme gives areas besides total, rank and items; the columns of their table.</summary>
public sealed record AreaColumns(bool Grade, bool Tier, bool Bonus, bool Deduction, bool Progress);

/// <summary>考核类别 of staff, with the columns of its table.</summary>
public sealed record ResultClass(
    string Id,
    string Title,
    bool HasGrades,
    bool HasBands,
    IReadOnlyList<ResultItem> Items,
    IReadOnlyList<ResultFlag> Flags
);

/// <summary>标记 that a person may have.</summary>
public sealed record ResultFlag(string Code, string Title);

/// <summary>A cycle's newest results, as far as the caller may see them.</summary>
/// <param name="Number">Which calculation of the cycle.</param>
/// <param name="Outdated">Whether facts have changed since it was calculated.</param>
/// <param name="Columns">Null where the scheme assesses staff only.</param>
/// <param name="Items">Of areas.</param>
/// <param name="Classes">Of staff; none where the scheme assesses areas only.</param>
public sealed record ResultView(
    Guid Cycle,
    string Scheme,
    string SchemeVersion,
    string Title,
    int Year,
    CycleState State,
    int Number,
    string Digest,
    DateTimeOffset CalculatedAt,
    bool Outdated,
    AreaColumns? Columns,
    IReadOnlyList<ResultItem> Items,
    IReadOnlyList<ResultClass> Classes,
    IReadOnlyList<AreaResultView> Areas,
    IReadOnlyList<StaffResultView> Staff,
    IReadOnlyList<Finding> Findings,
    Proposed Proposed
)
{
    private const int ItemDecimals = 4;

    public static ResultView Of(Cycle cycle, Scheme scheme, AssessmentResult result, bool outdated)
    {
        var lines = result.Lines();
        var facts = result.Facts();
        var areas = facts.Areas.ToDictionary(area => area.Id, StringComparer.Ordinal);
        var people = facts.Staff.ToDictionary(person => person.Id, StringComparer.Ordinal);
        var best = scheme.Grades.Count > 0 ? scheme.Grades[0] : "";
        return new ResultView(
            cycle.Id,
            cycle.Scheme,
            cycle.SchemeVersion,
            cycle.Title,
            cycle.Year,
            cycle.State,
            result.Number,
            result.Digest,
            result.CalculatedAt,
            outdated,
            scheme.AssessesAreas ? ColumnsOf(scheme) : null,
            Listed(scheme.Items),
            [.. scheme.StaffClasses.Select(Of)],
            [.. lines.Areas.Select(Of)],
            [
                .. lines.Staff.Select(line =>
                {
                    var person = people[line.Id];
                    return Of(line, person, areas[person.Area].Name, scheme);
                }),
            ],
            lines.Findings,
            new Proposed(
                best,
                [
                    .. lines
                        .Areas.Where(area => area.Grade == best)
                        .Select(area => new ProposedArea(area.Id, area.Name)),
                ]
            )
        );
    }

    /// <summary>What an area or a person may see: itself, and which areas are proposed for the best grade. The scheme's document forbids ranking notices.</summary>
    public ResultView OnlyFor(IReadOnlyCollection<string> subjects) =>
        this with
        {
            Areas = [.. Areas.Where(line => subjects.Contains(line.Id))],
            Staff = [.. Staff.Where(line => subjects.Contains(line.Id))],
            Findings = [.. Findings.Where(finding => subjects.Contains(finding.Subject))],
        };

    private static AreaColumns ColumnsOf(Scheme scheme) =>
        new(
            scheme.Grades.Count > 0,
            scheme.HasTiers,
            scheme.HasBonus,
            scheme.HasDeduction,
            scheme.HasProgress
        );

    private static ResultClass Of(StaffClass found) =>
        new(
            found.Id,
            found.Title,
            found.HasGrades,
            found.HasBands,
            Listed(found.Items),
            [.. found.Flags.Select(flag => new ResultFlag(flag.Code, flag.Title))]
        );

    private static IReadOnlyList<ResultItem> Listed(IReadOnlyList<ListedItem> items) =>
        [.. items.Select(item => new ResultItem(item.Id, item.Title, item.Points))];

    private static AreaResultView Of(AreaResult area) =>
        new(
            area.Id,
            area.Name,
            area.Category,
            Normalization.Of(area.Total),
            area.Rank,
            area.Grade,
            area.Tier,
            Normalization.Of(area.Bonus),
            Normalization.Of(area.Deduction),
            Normalization.Of(area.Progress),
            Normalized(area.Items)
        );

    private static StaffResultView Of(
        StaffResult line,
        StaffMember person,
        string areaName,
        Scheme scheme
    ) =>
        new(
            line.Id,
            person.Name,
            person.Area,
            areaName,
            line.Class,
            person.Post,
            scheme.Posts.GetValueOrDefault(person.Post),
            Normalization.Of(line.Total),
            line.Rank,
            line.Grade,
            line.Band,
            line.Flags,
            Normalized(line.Items)
        );

    private static OrderedDictionary<string, decimal?> Normalized(
        IReadOnlyDictionary<string, decimal?> items
    )
    {
        var shown = new OrderedDictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var (id, value) in items)
        {
            shown.Add(
                id,
                value is { } number
                    ? Normalization.Of(
                        Math.Round(number, ItemDecimals, MidpointRounding.AwayFromZero)
                    )
                    : null
            );
        }

        return shown;
    }
}
