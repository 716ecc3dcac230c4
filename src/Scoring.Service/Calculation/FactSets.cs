using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Calculation;

/// <summary>Puts together what the engine is given: the registers, the facts and the events that hold.</summary>
public sealed class FactSets(
    ScoringDb db,
    Registers registers,
    SchemeStore schemes,
    FactLedger ledger,
    EventLedger events
)
{
    public async Task<FactSet> OfAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var register = await RegisterAsync(cycle, scheme, cancellationToken);
        var facts = await ledger
            .Holding(cycle.Id)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        var happened = await events
            .Holding(cycle.Id)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        return register with
        {
            Facts = facts.ConvertAll(entry => entry.ToFact()),
            Events = happened.ConvertAll(entry => entry.ToFact()),
        };
    }

    /// <summary>Areas and staff alone.</summary>
    public async Task<FactSet> RegisterAsync(
        Cycle cycle,
        Scheme scheme,
        CancellationToken cancellationToken
    )
    {
        var areas = await registers.AreasAsync(cancellationToken);
        var staff = await db.Staff.AsNoTracking().ToListAsync(cancellationToken);
        return new FactSet(
            cycle.Scheme,
            cycle.Year,
            areas.ConvertAll(area => area.ToFact()),
            [
                .. staff
                    .OrderBy(person => person.Id, StringComparer.Ordinal)
                    .Select(person => scheme.Understand(person.ToFact())),
            ],
            [],
            []
        );
    }
}
