using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Scoring.Adjustments;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Postings;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Calculation;

/// <summary>Puts together what the engine is given: the registers, the facts and the events that hold.</summary>
public sealed class FactSets(
    RegisterReading registers,
    SchemeStore schemes,
    FactLedger ledger,
    EventLedger events,
    ScoringDb db
)
{
    public async Task<FactSet> OfAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var register = await RegisterAsync(cycle, scheme, cancellationToken);
        var facts = await ledger.CountingAsync(cycle.Id, cancellationToken);
        var happened = await events.CountingAsync(cycle.Id, cancellationToken);
        var approved = await db
            .Adjustments.AsNoTracking()
            .Where(one => one.Cycle == cycle.Id && one.State == AdjustmentState.Approved)
            .OrderBy(one => one.DecidedAt)
            .ToListAsync(cancellationToken);
        return register with
        {
            Facts = AdjustedFacts.Of(facts.ConvertAll(entry => entry.ToFact()), approved),
            Events = happened.ConvertAll(entry => entry.ToFact()),
        };
    }

    /// <summary>Areas and staff of the cycle alone, each person in the posting that is assessed.</summary>
    public async Task<FactSet> RegisterAsync(
        Cycle cycle,
        Scheme scheme,
        CancellationToken cancellationToken
    )
    {
        var scope = new RegisterScope(cycle.Id);
        var areas = await registers.AreasAsync(scope, cancellationToken);
        var staff = await registers.StaffAsync(scope, cancellationToken);
        var postings = (await registers.PostingsAsync(scope, cancellationToken)).ToLookup(
            posting => posting.Person,
            StringComparer.Ordinal
        );
        return new FactSet(
            cycle.Scheme,
            cycle.Year,
            areas.ConvertAll(area => area.ToFact()),
            [
                .. staff.Select(person =>
                    scheme.Understand(
                        PostingsOfYear.Assess(
                            person.ToFact(),
                            [.. postings[person.Id]],
                            scheme.Postings,
                            cycle.Year
                        )
                    )
                ),
            ],
            [],
            []
        );
    }
}
