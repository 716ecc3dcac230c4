using Assessment.Engine.Language;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Notices;

/// <summary>A table of a notice: areas or a class of staff, those of one grade where it shows names only.</summary>
/// <param name="Title">居民区, or the class of staff.</param>
/// <param name="Grade">Whose names these are; null where the lines have their grades.</param>
/// <param name="IsOfPeople">Whether lines are people, with their area.</param>
public sealed record NoticeGroup(
    string Title,
    string? Grade,
    bool IsOfPeople,
    IReadOnlyList<ShownLine> Lines
)
{
    /// <summary>What the notice's lines come to on the page, and nothing else of them.</summary>
    public static IReadOnlyList<NoticeGroup> Of(
        Scheme scheme,
        Notice notice,
        IEnumerable<NoticeLine> lines
    )
    {
        var showsNames = notice.Shows == NoticeContent.Names;
        var showsRanks = scheme.Publicity?.AllRankings == true;
        return
        [
            .. lines
                .GroupBy(line => (line.Kind, Grade: showsNames ? PlaceOf(line) : null))
                .OrderBy(group => OrderOf(scheme, group.Key.Kind))
                .ThenBy(group => OrderOf(scheme, notice, group.Key.Grade))
                .Select(group => new NoticeGroup(
                    TitleOf(scheme, group.Key.Kind),
                    group.Key.Grade,
                    group.Key.Kind != Standing.Areas,
                    [
                        .. group
                            .OrderBy(line => showsRanks ? line.Rank ?? int.MaxValue : 0)
                            .Select(line => ShownLine.Of(line, showsNames, showsRanks)),
                    ]
                )),
        ];
    }

    private static string? PlaceOf(NoticeLine line) => line.Grade ?? line.Tier;

    private static string TitleOf(Scheme scheme, string kind) =>
        scheme.StaffClasses.FirstOrDefault(one => one.Id == kind)?.Title ?? "居民区";

    private static int OrderOf(Scheme scheme, string kind) =>
        1 + scheme.StaffClasses.ToList().FindIndex(one => one.Id == kind);

    private static int OrderOf(Scheme scheme, Notice notice, string? grade)
    {
        IReadOnlyList<string> order = notice.Grades.Count > 0 ? notice.Grades : scheme.Grades;
        var place = order.ToList().FindIndex(one => one == grade);
        return place < 0 ? int.MaxValue : place;
    }
}

/// <summary>An area or a person on the page.</summary>
/// <param name="Area">Name of the person's area; null of an area itself.</param>
/// <param name="Total">Null where the step shows names only.</param>
/// <param name="Rank">Null where ranks are nobody else's business.</param>
public sealed record ShownLine(
    string Name,
    string? Area,
    string? Grade,
    string? Tier,
    decimal? Total,
    int? Rank
)
{
    internal static ShownLine Of(NoticeLine line, bool showsNames, bool showsRanks) =>
        showsNames
            ? new(line.Name, line.Area, null, null, null, null)
            : new(
                line.Name,
                line.Area,
                line.Grade,
                line.Tier,
                line.Total,
                showsRanks ? line.Rank : null
            );
}
