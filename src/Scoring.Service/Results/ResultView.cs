using Assessment.Engine;
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
public sealed record StaffResultView(
    string Id,
    string Name,
    string Area,
    string Post,
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

/// <summary>A cycle's newest results, as far as the caller may see them.</summary>
/// <param name="Number">Which calculation of the cycle.</param>
/// <param name="Outdated">Whether facts have changed since it was calculated.</param>
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
    IReadOnlyList<ResultItem> Items,
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
        var people = result.Facts().Staff.ToDictionary(person => person.Id, StringComparer.Ordinal);
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
            [.. scheme.Items.Select(item => new ResultItem(item.Id, item.Title, item.Points))],
            [.. lines.Areas.Select(Of)],
            [.. lines.Staff.Select(line => Of(line, people[line.Id]))],
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

    /// <summary>What an area may see: itself, and who is proposed for the best grade. The scheme's document forbids ranking notices.</summary>
    public ResultView OnlyFor(string area) =>
        this with
        {
            Areas = [.. Areas.Where(line => line.Id == area)],
            Staff = [],
            Findings = [.. Findings.Where(finding => finding.Subject == area)],
        };

    private static AreaResultView Of(AreaResult area) =>
        new(
            area.Id,
            area.Name,
            area.Category,
            Plain.Number(area.Total),
            area.Rank,
            area.Grade,
            area.Tier,
            Plain.Number(area.Bonus),
            Plain.Number(area.Deduction),
            Plain.Number(area.Progress),
            Shown(area.Items)
        );

    private static StaffResultView Of(StaffResult line, StaffMember person) =>
        new(
            line.Id,
            person.Name,
            person.Area,
            person.Post,
            Plain.Number(line.Total),
            line.Rank,
            line.Grade,
            line.Band,
            line.Flags,
            Shown(line.Items)
        );

    private static OrderedDictionary<string, decimal?> Shown(
        IReadOnlyDictionary<string, decimal?> items
    )
    {
        var shown = new OrderedDictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var (id, value) in items)
        {
            shown.Add(
                id,
                value is { } number
                    ? Plain.Number(Math.Round(number, ItemDecimals, MidpointRounding.AwayFromZero))
                    : null
            );
        }

        return shown;
    }
}
