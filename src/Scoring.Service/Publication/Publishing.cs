using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;

namespace Assessment.Scoring.Publication;

/// <summary>Says to the other services what was published.</summary>
public static class Publishing
{
    public static AssessmentFinalized Message(
        Cycle cycle,
        AdoptedScheme adopted,
        AssessmentResult result,
        DateTimeOffset at
    )
    {
        var lines = result.Lines();
        var own = lines.Staff.ToDictionary(line => line.Id, StringComparer.Ordinal);
        return new AssessmentFinalized(
            cycle.Township,
            cycle.Id,
            cycle.Publications,
            cycle.Scheme,
            cycle.SchemeVersion,
            adopted.Text,
            cycle.Title,
            cycle.Year,
            result.Digest,
            at,
            [
                .. lines.Areas.Select(area => new FinalizedArea(
                    area.Id,
                    area.Name,
                    area.Total,
                    area.Rank,
                    area.Grade,
                    area.Tier
                )),
            ],
            // As they were when it was calculated, whatever the register says now.
            [
                .. result
                    .Facts()
                    .Staff.Select(person =>
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
                            line?.Band
                        );
                    }),
            ]
        );
    }
}
