using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Risks;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

/// <summary>Reads what events are judged by, and shows them to whom they concern.</summary>
public sealed class EventReading(
    ScoringDb db,
    SchemeStore schemes,
    RegisterReading registers,
    RiskRegister risks,
    EventLedger ledger
)
{
    public async Task<EventContext> ContextAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var scope = new RegisterScope(cycle.Id);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var subjects = await registers.SubjectsAsync(scope, cancellationToken);
        var staff = await registers.StaffAsync(scope, cancellationToken);
        var departments = await registers.DepartmentsAsync(scope, cancellationToken);
        return new(
            scheme,
            subjects,
            subjects
                .Areas.Select(area => (Subject: area, Area: area))
                .Concat(staff.Select(person => (Subject: person.Id, person.Area)))
                .ToDictionary(one => one.Subject, one => one.Area, StringComparer.Ordinal),
            [
                .. departments
                    .Select(department => department.Name)
                    .Concat(scheme.Collection.Lines.SelectMany(line => line.Departments))
                    .Concat(scheme.Collection.Events.Select(rule => rule.KeptBy).OfType<string>())
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            await risks.FiledAsync(cycle.Id, cancellationToken)
        );
    }

    /// <summary>The events that the caller sees, oldest first.</summary>
    /// <param name="numbers">Only these; null for all.</param>
    public async Task<IReadOnlyList<EventView>> ViewsAsync(
        Cycle cycle,
        EventContext context,
        EventHands hands,
        List<string>? numbers,
        CancellationToken cancellationToken
    )
    {
        var all = db.Events.AsNoTracking().Where(entry => entry.Cycle == cycle.Id);
        var entries = (
            await (numbers is null ? all : all.Where(entry => numbers.Contains(entry.EventId)))
                .OrderBy(entry => entry.Id)
                .ToListAsync(cancellationToken)
        ).ToLookup(entry => entry.EventId, StringComparer.Ordinal);
        var counted = (await ledger.CountingAsync(cycle.Id, cancellationToken)).ToLookup(
            entry => entry.Subject,
            entry => entry.ToFact(),
            StringComparer.Ordinal
        );
        return
        [
            .. entries
                .Select(own => (Newest: own.Last(), All: own.ToList()))
                .Where(one => hands.Sees(one.Newest, context.FindRule(one.Newest.Rule)))
                .OrderBy(one => one.All[0].Id)
                .Select(one =>
                    EventView.Of(
                        one.Newest,
                        one.All,
                        TurnsOf(one.Newest, context, hands),
                        CapsOf(one.Newest, context, hands, counted)
                    )
                ),
        ];
    }

    /// <summary>One event after something was done with it.</summary>
    public async Task<EventView> ViewAsync(
        Cycle cycle,
        EventContext context,
        EventHands hands,
        string number,
        CancellationToken cancellationToken
    ) => (await ViewsAsync(cycle, context, hands, [number], cancellationToken)).Single();

    private static EventTurns TurnsOf(EventEntry entry, EventContext context, EventHands hands)
    {
        var rule = context.RuleOf(entry);
        return new(
            hands.MayCheck(entry, rule),
            hands.MayApprove(entry, rule),
            hands.MayRefuse(entry, rule),
            hands.MayCorrect(entry),
            hands.MayWithdraw(entry)
        );
    }

    private static IReadOnlyList<EventCap> CapsOf(
        EventEntry entry,
        EventContext context,
        EventHands hands,
        ILookup<string, AssessmentEvent> counted
    ) =>
        hands.IsOffice || hands.IsLeader || hands.Keeps(context.RuleOf(entry))
            ? EventCaps.Of(
                context.Scheme,
                entry.Rule,
                context.Subjects.Areas.Contains(entry.Subject),
                [.. counted[entry.Subject]]
            )
            : [];
}
