using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>An area or a person with the result, as a reader of the results sees it.</summary>
internal sealed record PlacedSubject(
    Area Area,
    StaffMember? Person,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Tier,
    string? Band,
    AreaResult? AreaResult,
    EvaluationResult Result
)
{
    internal string Id => Person?.Id ?? Area.Id;

    /// <summary>The value of a step of the own explanation.</summary>
    internal decimal? Value(string name) =>
        Result.Explain(Id).All().FirstOrDefault(node => node.Id == name)?.Value as decimal?;

    /// <summary>Everybody on the sheet of the areas, or on that of a class of staff.</summary>
    internal static IReadOnlyList<PlacedSubject> On(string? staffClass, EvaluationResult result)
    {
        var areas = result.Facts.Areas.ToDictionary(area => area.Id, StringComparer.Ordinal);
        var results = result.Areas.ToDictionary(area => area.Id, StringComparer.Ordinal);
        if (staffClass is null)
        {
            return
            [
                .. result.Areas.Select(one => new PlacedSubject(
                    areas[one.Id],
                    null,
                    one.Total,
                    one.Rank,
                    one.Grade,
                    one.Tier,
                    null,
                    one,
                    result
                )),
            ];
        }

        var staff = result.Facts.Staff.ToDictionary(person => person.Id, StringComparer.Ordinal);
        return
        [
            .. result
                .Staff.Where(one => one.Class == staffClass)
                .Select(one => new PlacedSubject(
                    areas[staff[one.Id].Area],
                    staff[one.Id],
                    one.Total,
                    one.Rank,
                    one.Grade,
                    null,
                    one.Band,
                    results.GetValueOrDefault(staff[one.Id].Area),
                    result
                )),
        ];
    }
}
