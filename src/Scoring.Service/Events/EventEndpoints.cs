using System.Globalization;
using System.Security.Claims;
using Assessment.Audit;
using Assessment.Imports;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Files;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Assessment.Scoring.Scores;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

/// <summary>申报: a single event.</summary>
/// <param name="Id">The event's number; without one it gets the next free one.</param>
/// <param name="Files">佐证文件: ids of uploaded files on which it rests.</param>
/// <param name="Risk">Number of the filed risk (改革风险备案) by which a share is waived.</param>
/// <param name="Applicant">
/// In whose name: an area's id or a department's name. A scorer of several departments names one of them, the office the
/// department on whose behalf it enters; otherwise it may be left out.
/// </param>
/// <param name="Confirmed">Whether what the rule presumes is confirmed, where the office alone registers such events.</param>
public sealed record NewEvent(
    string? Id,
    string Subject,
    string Rule,
    DateOnly Date,
    string? Level,
    decimal? Points,
    decimal? Count,
    string? Item,
    string? Work,
    string? Award,
    string? Holder,
    decimal? Waiver,
    string? Evidence,
    IReadOnlyList<Guid>? Files = null,
    string? Risk = null,
    string? Applicant = null,
    bool Confirmed = false
);

/// <summary>What an event is to say instead, all of it, and why; it goes through the same hands.</summary>
/// <param name="Files">佐证文件: ids of uploaded files on which it rests; null leaves those there were.</param>
/// <param name="Applicant">In whose name; the one of before where it is left out.</param>
public sealed record EventCorrection(
    string Subject,
    string Rule,
    DateOnly Date,
    string? Level,
    decimal? Points,
    decimal? Count,
    string? Item,
    string? Work,
    string? Award,
    string? Holder,
    decimal? Waiver,
    string? Evidence,
    string? Reason,
    IReadOnlyList<Guid>? Files = null,
    string? Risk = null,
    string? Applicant = null,
    bool Confirmed = false
)
{
    /// <summary>The event as it would be entered anew.</summary>
    /// <param name="id">The event's number, which stays.</param>
    internal NewEvent As(string id) =>
        new(
            id,
            Subject,
            Rule,
            Date,
            Level,
            Points,
            Count,
            Item,
            Work,
            Award,
            Holder,
            Waiver,
            Evidence,
            Files,
            Risk,
            Applicant,
            Confirmed
        );
}

/// <summary>Why an event is withdrawn.</summary>
public sealed record EventWithdrawal(string Reason);

/// <summary>加减分事项: list, apply, correct, withdraw.</summary>
public static class EventEndpoints
{
    /// <summary>Who has a hand in events.</summary>
    internal static readonly string[] Hands =
    [
        Roles.TownshipAdministrator,
        Roles.DepartmentScorer,
        Roles.Area,
    ];

    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var events = app.MapGroup("/api/scoring/cycles/{id:guid}/events").WithTags("events");
        events
            .MapGet("/", ListAsync)
            .WithName("ListEvents")
            .WithSummary(
                "加减分事项：牵头办公室、领导看全部，部门看由其核实和申报的，居民区看自己申报的"
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles([.. Hands, Roles.Leader]);
        events
            .MapGet("/form", FormAsync)
            .WithName("GetEventForm")
            .WithSummary("申报加减分事项时可填的规则、对象、部门和项目")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles([.. Hands, Roles.Leader]);
        events
            .MapPost("/", ApplyAsync)
            .WithName("AddEvent")
            .Records(AuditActions.EventEntered)
            .WithSummary("申报一条加减分事项；只由牵头办公室登记的，登记即核准")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Hands);
        events
            .MapPut("/{number}", CorrectAsync)
            .WithName("CorrectEvent")
            .Records(AuditActions.EventCorrected)
            .WithSummary(
                "更正一条加减分事项：编号不变，须注明理由，重新核实、核准，此前仍按原核准的计；If-Match 写所依据的版本"
            )
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Hands);
        events
            .MapPost("/{number}/withdraw", WithdrawAsync)
            .WithName("WithdrawEvent")
            .Records(AuditActions.EventWithdrawn)
            .WithSummary(
                "撤回加减分事项，须注明理由：核准以前由申报单位撤回申报，牵头办公室可以撤回整条事项；If-Match 写所依据的版本"
            )
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Hands);
    }

    private static async Task<IReadOnlyList<EventView>> ListAsync(
        Guid id,
        ResultStore results,
        EventReading reading,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        return await reading.ViewsAsync(
            cycle,
            await reading.ContextAsync(cycle, cancellationToken),
            EventHands.Of(caller),
            numbers: null,
            cancellationToken
        );
    }

    private static async Task<EventForm> FormAsync(
        Guid id,
        ResultStore results,
        EventReading reading,
        RegisterReading registers,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var hands = EventHands.Of(caller);
        var scope = new RegisterScope(id);
        var areas = await registers.AreasAsync(scope, cancellationToken);
        var staff = await registers.StaffAsync(scope, cancellationToken);
        var seesAll = hands.IsOffice || hands.IsLeader || hands.Departments.Count > 0;
        return new(
            [.. context.Scheme.Collection.Events.Select(rule => EventFormRule.Of(rule, hands))],
            [
                .. areas
                    .Select(area => new EventFormSubject(area.Id, area.Name, area.Id, true))
                    .Concat(
                        staff.Select(person => new EventFormSubject(
                            person.Id,
                            person.Name,
                            person.Area,
                            false
                        ))
                    )
                    .Where(subject => seesAll || subject.Area == hands.Area),
            ],
            hands.IsOffice ? context.Departments : hands.Departments,
            [.. context.Scheme.VoidableItems.Order(StringComparer.Ordinal)]
        );
    }

    private static async Task<Created<EventView>> ApplyAsync(
        Guid id,
        NewEvent asked,
        ScoringDb db,
        EventReading reading,
        EventLedger ledger,
        EvidenceFiles files,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var hands = EventHands.Of(caller);
        // Who applies for what is not theirs is told so before anything else.
        var application = Apply(context, hands, asked);
        var number = await NumberAsync(cycle, asked.Id, db, cancellationToken);
        var row = EntryMustFitTheScheme.In(() => Check(context.Rules, asked, number));
        var before = await ledger
            .Newest(id)
            .SingleOrDefaultAsync(entry => entry.EventId == row.Id, cancellationToken);
        // The number is a person's choice; a slip must not overwrite another event.
        if (before is not (null or { IsOver: true, Undoes: not null }))
        {
            throw new EventIdIsTaken(row.Id);
        }

        var rule = context.FindRule(row.Rule)!;
        var rests = asked.Files?.Distinct().ToList();
        var added = EventEntry.Of(
            row,
            id,
            application!,
            EventContext.StageOf(rule, asked.Confirmed),
            time.GetUtcNow(),
            before,
            rests
        );
        await AttachAsync(added, rests, rule, files, caller, cancellationToken);
        await ledger.AddAsync(cycle, [added], cancellationToken);
        db.Record(EventRecords.Entered(added));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created(
            $"/api/scoring/cycles/{id}/events",
            await reading.ViewAsync(cycle, context, hands, row.Id, cancellationToken)
        );
    }

    private static async Task<EventView> CorrectAsync(
        Guid id,
        string number,
        EventCorrection asked,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpContext http,
        ScoringDb db,
        EventReading reading,
        EventLedger ledger,
        EvidenceFiles files,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var hands = EventHands.Of(http.User);
        var before = await FindAsync(ledger, context, hands, id, number, cancellationToken);
        if (!before.IsOver && !hands.MayCorrect(before))
        {
            throw new EventIsNotTheCallers(number);
        }

        var again = asked.As(number) with { Applicant = asked.Applicant ?? before.Applicant };
        var row = EntryMustFitTheScheme.In(() => Check(context.Rules, again, number));
        var rests = asked.Files?.Distinct().ToList();
        var isDone =
            !before.IsOver
            && before.Stage is not (EventStage.Refused or EventStage.Withdrawn)
            && before.Says(row, rests);
        EntityTags.MustMatch(ifMatch, EntityTags.Of(before.Id), EventView.Of(before), isDone);
        if (before.IsOver)
        {
            throw new EventIsWithdrawnAlready(number);
        }

        if (!isDone)
        {
            var application = Apply(context, hands, again);
            var reason = EntryMustFitTheScheme.In(() =>
                Word("reason", asked.Reason, EventEntry.EvidenceLength)
                ?? throw new RowRefused("reason", Cells.Missing, "更正事项请写明理由。")
            );
            var rule = context.FindRule(row.Rule)!;
            var corrected = EventEntry.Of(
                row,
                id,
                application!,
                EventContext.StageOf(rule, asked.Confirmed),
                time.GetUtcNow(),
                before,
                rests,
                reason
            );
            await AttachAsync(corrected, rests, rule, files, http.User, cancellationToken);
            await ledger.AddAsync(cycle, [corrected], cancellationToken);
            db.Record(EventRecords.Corrected(before, corrected));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        var view = await reading.ViewAsync(cycle, context, hands, number, cancellationToken);
        http.Response.TagWith(view.Version);
        return view;
    }

    private static async Task<EventView> WithdrawAsync(
        Guid id,
        string number,
        EventWithdrawal withdrawal,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpResponse response,
        ScoringDb db,
        EventReading reading,
        EventLedger ledger,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var reason = WithdrawalNeedsAReason.In(withdrawal.Reason, EventEntry.EvidenceLength);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var hands = EventHands.Of(caller);
        var entry = await FindAsync(ledger, context, hands, id, number, cancellationToken);
        EntityTags.MustMatch(ifMatch, EntityTags.Of(entry.Id), EventView.Of(entry));
        if (entry.IsOver)
        {
            throw new EventIsWithdrawnAlready(number);
        }

        if (!hands.MayWithdraw(entry))
        {
            throw new EventIsNotTheCallers(number);
        }

        var withdrawn = entry.Withdraw(
            reason,
            caller.UserName(),
            time.GetUtcNow(),
            altogether: hands.IsOffice
        );
        await ledger.AddAsync(cycle, [withdrawn], cancellationToken);
        db.Record(EventRecords.Withdrawn(entry, reason));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        response.TagWith(withdrawn.Id);
        return await reading.ViewAsync(cycle, context, hands, number, cancellationToken);
    }

    /// <exception cref="NothingIsThere">There is none, or it is not for the caller to see.</exception>
    internal static async Task<EventEntry> FindAsync(
        EventLedger ledger,
        EventContext context,
        EventHands hands,
        Guid cycle,
        string number,
        CancellationToken cancellationToken
    ) =>
        await ledger
            .Newest(cycle)
            .SingleOrDefaultAsync(entry => entry.EventId == number, cancellationToken)
            is { } entry
        && hands.Sees(entry, context.FindRule(entry.Rule))
            ? entry
            : throw new NothingIsThere();

    /// <returns>Null where the scheme has no such rule or nobody of that id, which the rules say afterwards.</returns>
    private static EventApplication? Apply(EventContext context, EventHands hands, NewEvent asked)
    {
        if (
            context.FindRule(asked.Rule) is not { } rule
            || !context.Subjects.Contains(asked.Subject)
        )
        {
            return hands.IsOffice || hands.Departments.Count > 0
                ? null
                : throw new EventMustBeAppliedForByWhomTheRuleNames(asked.Rule);
        }

        var applicant = string.IsNullOrWhiteSpace(asked.Applicant) ? null : asked.Applicant.Trim();
        return context.Checked(
            hands.Apply(rule, context.AreaOf.GetValueOrDefault(asked.Subject), applicant)
        );
    }

    /// <summary>The number that is asked for, or the next free one of the year.</summary>
    private static async Task<string?> NumberAsync(
        Cycle cycle,
        string? asked,
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        if (!string.IsNullOrWhiteSpace(asked))
        {
            return asked;
        }

        var taken = (
            await db
                .Events.Where(entry => entry.Cycle == cycle.Id)
                .Select(entry => entry.EventId)
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(taken.Count + 1, taken.Count + 1)
            .Select(next => string.Create(CultureInfo.InvariantCulture, $"{cycle.Year}-{next:000}"))
            .First(number => !taken.Contains(number));
    }

    /// <summary>The files are for the applicant to see and for who checks.</summary>
    private static async Task AttachAsync(
        EventEntry entry,
        List<Guid>? rests,
        Engine.Language.EventRule rule,
        EvidenceFiles files,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var departments = new[]
        {
            entry.AppliedAs == EventPartyKind.Department ? entry.Applicant : null,
            rule.KeptBy,
        }
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .DefaultIfEmpty();
        foreach (var department in departments)
        {
            await files.AttachAsync(
                entry.Cycle,
                rests ?? [],
                entry.Subject,
                department,
                caller,
                cancellationToken
            );
        }
    }

    private static EventRow Check(EventRules rules, NewEvent asked, string? number) =>
        rules.Check(
            new EventRow(
                Word("id", number, Register.IdLength)
                    ?? throw new RowRefused("id", Cells.Missing, "“id”不能为空。"),
                asked.Subject,
                asked.Rule,
                Word("level", asked.Level),
                Points("points", asked.Points),
                Points("count", asked.Count),
                Word("item", asked.Item),
                Word("work", asked.Work),
                Word("award", asked.Award),
                Word("holder", asked.Holder),
                Points("waiver", asked.Waiver),
                asked.Date,
                Word("evidence", asked.Evidence, EventEntry.EvidenceLength),
                Word("risk", asked.Risk, Register.IdLength)
            )
        );

    internal static string? Word(string field, string? text, int longest = EventEntry.WordLength) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length > longest
            ? throw new RowRefused(field, Cells.Invalid, $"“{field}”超过 {longest} 个字。")
        : text.Trim();

    internal static decimal? Points(string field, decimal? number) =>
        number is null ? null
        : number < 0 ? throw new RowRefused(field, Cells.Invalid, $"“{field}”不能小于 0。")
        : Normalization.Of(Observation.Storable(number.Value));
}
