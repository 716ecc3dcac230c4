using System.Text.Json;
using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;

namespace Assessment.Scoring.Procedures;

/// <summary>Says to the other services what became final.</summary>
public static class FinalMessage
{
    /// <param name="version">Of the final result.</param>
    public static AssessmentFinalized Of(
        Cycle cycle,
        AdoptedScheme adopted,
        Scheme scheme,
        AssessmentResult result,
        long version,
        DateTimeOffset at
    )
    {
        var lines = result.Lines();
        // As they were when it was calculated, whatever the registers say now.
        var facts = result.Facts();
        var read = scheme.PayAttributes;
        var areas = lines.Areas.ToDictionary(line => line.Id, StringComparer.Ordinal);
        var own = lines.Staff.ToDictionary(line => line.Id, StringComparer.Ordinal);
        return new AssessmentFinalized(
            cycle.Township,
            cycle.Id,
            version,
            cycle.Scheme,
            cycle.SchemeVersion,
            adopted.Text,
            cycle.Title,
            cycle.Year,
            result.Digest,
            at,
            [
                .. facts.Areas.Select(area =>
                {
                    var line = areas.GetValueOrDefault(area.Id);
                    return new FinalizedArea(
                        area.Id,
                        area.Name,
                        line?.Total,
                        line?.Rank,
                        line?.Grade,
                        line?.Tier
                    );
                }),
            ],
            [
                .. facts.Staff.Select(person =>
                {
                    var line = own.GetValueOrDefault(person.Id);
                    return new FinalizedStaff(
                        person.Id,
                        person.Area,
                        person.Name,
                        person.Post,
                        person.Presiding,
                        person.OnSite,
                        person.Identity,
                        person.Months,
                        line?.Total,
                        line?.Rank,
                        line?.Grade,
                        line?.Band,
                        person.LeaveMonths,
                        person.RetiredInYear,
                        person.PreviousGrade,
                        Attributes(person, read)
                    );
                }),
            ],
            cycle.IsRehearsal
        );
    }

    private static Dictionary<string, JsonElement>? Attributes(
        StaffMember person,
        IReadOnlySet<string> read
    )
    {
        var values = person
            .Attributes.Where(value => read.Contains(value.Key))
            .ToDictionary(
                value => value.Key,
                value => JsonSerializer.SerializeToElement(value.Value),
                StringComparer.Ordinal
            );
        return values.Count > 0 ? values : null;
    }
}
