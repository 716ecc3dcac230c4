using System.Text.Json;
using Assessment.Contracts;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;
using Assessment.Engine.Reading;
using Assessment.Engine.Results;

namespace Assessment.Payout.Sheets;

/// <summary>编制发放表: the engine's payout lines, from the final results and the pay bases alone.</summary>
public static class SheetFactory
{
    /// <exception cref="SchemeException">The message's scheme cannot be read.</exception>
    /// <exception cref="FactSetException">Somebody is in an area that the publication does not name.</exception>
    public static PayoutSheet Of(
        AssessmentFinalized publication,
        IReadOnlyDictionary<string, decimal> bases,
        int number,
        DateTimeOffset now
    )
    {
        var payout = PayoutCalculator.Calculate(
            SchemeReader.Read(publication.SchemeText, publication.Scheme),
            new FinalOutcome([.. publication.Areas.Select(Outcome)])
            {
                Staff = [.. publication.Staff.Select(Outcome)],
            },
            [.. publication.Staff.Select(person => Staff(person, bases))]
        );
        var id = Guid.CreateVersion7(now);
        var areas = publication.Areas.ToDictionary(area => area.Id, area => area.Name);
        return new PayoutSheet
        {
            Id = id,
            Cycle = publication.Cycle,
            Number = number,
            Publication = publication.Version,
            Scheme = publication.Scheme,
            Title = publication.Title,
            IsRehearsal = publication.IsRehearsal,
            Year = publication.Year,
            Digest = publication.Digest,
            MadeAt = now,
            PublicationJson = JsonSerializer.Serialize(publication),
            FindingsJson = JsonSerializer.Serialize(payout.Findings),
            Lines =
            [
                .. payout.Lines.Select(
                    (line, position) =>
                        Line(
                            id,
                            position,
                            line,
                            publication.Cycle,
                            areas[line.Area],
                            payout.Explain(line.Person)
                        )
                ),
            ],
        };
    }

    /// <summary>The same for the same person and cycle, whatever is published again.</summary>
    public static string ReferenceOf(Guid cycle, string person) => $"{cycle:N}-{person}";

    private static SheetLine Line(
        Guid sheet,
        int position,
        PayoutLine line,
        Guid cycle,
        string areaName,
        ExplanationNode explanation
    ) =>
        new()
        {
            Sheet = sheet,
            Position = position,
            Person = line.Person,
            Reference = ReferenceOf(cycle, line.Person),
            Name = line.Name,
            Area = line.Area,
            AreaName = areaName,
            Post = line.Post,
            PostTitle = line.PostTitle,
            RoleTitle = line.RoleTitle,
            Tier = line.Tier,
            Amount = line.Amount?.Yuan,
            Reason = line.Amount is null ? explanation.Arithmetic : null,
            ExplanationJson = JsonSerializer.Serialize(explanation, EngineJson.Options),
        };

    private static AreaOutcome Outcome(FinalizedArea area) =>
        new(area.Id, area.Name, area.Total, area.Rank, area.Grade, area.Tier);

    private static StaffOutcome Outcome(FinalizedStaff person) =>
        new(person.Id, person.Total, person.Rank, person.Grade, person.Band);

    private static StaffMember Staff(
        FinalizedStaff person,
        IReadOnlyDictionary<string, decimal> bases
    ) =>
        new(person.Id, person.Area, person.Name, person.Post)
        {
            Presiding = person.Presiding,
            OnSite = person.OnSite,
            Identity = person.Identity,
            Months = person.Months,
            LeaveMonths = person.LeaveMonths,
            RetiredInYear = person.RetiredInYear,
            PreviousGrade = person.PreviousGrade,
            Base = bases.TryGetValue(person.Id, out var amount) ? amount : null,
            Attributes = Attributes(person),
        };

    private static AttributeValues Attributes(FinalizedStaff person) =>
        person.Attributes is { } values
            ? new(
                values.Select(value =>
                    KeyValuePair.Create(value.Key, value.Value.Deserialize<AttributeValue>()!)
                )
            )
            : AttributeValues.None;
}
