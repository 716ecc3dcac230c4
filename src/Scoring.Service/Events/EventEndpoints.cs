using System.Security.Claims;
using Assessment.Audit;
using Assessment.Imports;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Files;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
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

/// <summary>A single event.</summary>
/// <param name="Files">佐证文件: ids of uploaded files on which it rests.</param>
public sealed record NewEvent(
    string Id,
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
    IReadOnlyList<Guid>? Files = null
);

/// <summary>What an event is to say instead, all of it, and why.</summary>
/// <param name="Files">佐证文件: ids of uploaded files on which it rests; null leaves those there were.</param>
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
    IReadOnlyList<Guid>? Files = null
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
            Files
        );
}

/// <summary>Why an event is withdrawn.</summary>
public sealed record EventWithdrawal(string Reason);

/// <summary>An event as people see it, in its newest form.</summary>
/// <param name="Version">Its newest entry in the ledger; what changes the event names it.</param>
public sealed record EventView(
    string Id,
    long Version,
    string Subject,
    string Rule,
    string? Level,
    decimal? Points,
    decimal? Count,
    string? Item,
    string? Work,
    string? Award,
    string? Holder,
    decimal? Waiver,
    DateOnly Date,
    string? Evidence,
    bool Withdrawn,
    string? Reason,
    string ReportedBy,
    DateTimeOffset ReportedAt,
    IReadOnlyList<Guid> Files
)
{
    public static EventView Of(EventEntry entry) =>
        new(
            entry.EventId,
            entry.Id,
            entry.Subject,
            entry.Rule,
            entry.Level,
            Normalization.Of(entry.Points),
            Normalization.Of(entry.Count),
            entry.Item,
            entry.Work,
            entry.Award,
            entry.Holder,
            Normalization.Of(entry.Waiver),
            entry.Date,
            entry.Evidence,
            entry.Withdrawn,
            entry.Reason,
            entry.ReportedBy,
            entry.ReportedAt,
            entry.Files
        );
}

/// <summary>加减分事项: list, enter singly, correct, withdraw.</summary>
public static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var events = app.MapGroup("/api/scoring/cycles/{id:guid}/events").WithTags("events");
        events
            .MapGet("/", ListAsync)
            .WithName("ListEvents")
            .WithSummary("加减分事项")
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        events
            .MapPost("/", AddAsync)
            .WithName("AddEvent")
            .Records(AuditActions.EventEntered)
            .WithSummary("登记一条加减分事项")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        events
            .MapPut("/{number}", CorrectAsync)
            .WithName("CorrectEvent")
            .Records(AuditActions.EventCorrected)
            .WithSummary("更正一条加减分事项，编号不变，须注明理由；If-Match 写所依据的版本")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        events
            .MapPost("/{number}/withdraw", WithdrawAsync)
            .WithName("WithdrawEvent")
            .Records(AuditActions.EventWithdrawn)
            .WithSummary("撤回加减分事项，须注明理由；If-Match 写所依据的版本")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<List<EventView>> ListAsync(
        Guid id,
        ScoringDb db,
        EventLedger ledger,
        CancellationToken cancellationToken
    )
    {
        if (!await db.Cycles.AnyAsync(cycle => cycle.Id == id, cancellationToken))
        {
            throw new NothingIsThere();
        }

        var events = await ledger
            .Newest(id)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        return events.ConvertAll(EventView.Of);
    }

    private static async Task<Created<EventView>> AddAsync(
        Guid id,
        NewEvent asked,
        ScoringDb db,
        SchemeStore schemes,
        RegisterReading registers,
        EventLedger ledger,
        EvidenceFiles files,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();

        var rules = new EventRules(
            await schemes.ReadAsync(cycle.Adoption, cancellationToken),
            await registers.SubjectsAsync(new RegisterScope(cycle.Id), cancellationToken)
        );
        var row = EntryMustFitTheScheme.In(() => Check(rules, asked));
        // The id is a person's choice; a slip must not overwrite another event.
        if (
            await ledger
                .Newest(id)
                .AnyAsync(
                    entry => entry.EventId == row.Id && (!entry.Withdrawn || entry.Undoes == null),
                    cancellationToken
                )
        )
        {
            throw new EventIdIsTaken(row.Id);
        }

        await files.AttachAsync(
            id,
            asked.Files ?? [],
            row.Subject,
            department: null,
            caller,
            cancellationToken
        );
        await ledger.TakeAsync(
            cycle,
            [row],
            caller.UserName(),
            cancellationToken,
            asked.Files?.Distinct().ToList()
        );
        var added = await ledger
            .Newest(id)
            .SingleAsync(entry => entry.EventId == row.Id, cancellationToken);
        db.Record(EventRecords.Entered(added));
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created($"/api/scoring/cycles/{id}/events", EventView.Of(added));
    }

    private static async Task<EventView> CorrectAsync(
        Guid id,
        string number,
        EventCorrection asked,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpContext context,
        ScoringDb db,
        SchemeStore schemes,
        RegisterReading registers,
        EventLedger ledger,
        EvidenceFiles files,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var before = await FindAsync(ledger, id, number, cancellationToken);
        var rules = new EventRules(
            await schemes.ReadAsync(cycle.Adoption, cancellationToken),
            await registers.SubjectsAsync(new RegisterScope(cycle.Id), cancellationToken)
        );
        var row = EntryMustFitTheScheme.In(() => Check(rules, asked.As(number)));
        var rests = asked.Files?.Distinct().ToList();
        var isDone = !before.Withdrawn && before.Says(row, rests);
        EntityTags.MustMatch(ifMatch, EntityTags.Of(before.Id), EventView.Of(before), isDone);
        if (before.Withdrawn)
        {
            throw new EventIsWithdrawnAlready(number);
        }

        if (isDone)
        {
            context.Response.TagWith(before.Id);
            return EventView.Of(before);
        }

        var reason = EntryMustFitTheScheme.In(() =>
            Word("reason", asked.Reason, EventEntry.EvidenceLength)
            ?? throw new RowRefused("reason", Cells.Missing, "更正事项请写明理由。")
        );
        await files.AttachAsync(
            id,
            rests ?? [],
            row.Subject,
            department: null,
            context.User,
            cancellationToken
        );
        var corrected = await ledger.CorrectAsync(
            cycle,
            before,
            row,
            reason,
            context.User.UserName(),
            rests,
            cancellationToken
        );
        db.Record(EventRecords.Corrected(before, corrected));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.Response.TagWith(corrected.Id);
        return EventView.Of(corrected);
    }

    private static async Task<EventEntry> FindAsync(
        EventLedger ledger,
        Guid cycle,
        string number,
        CancellationToken cancellationToken
    ) =>
        await ledger
            .Newest(cycle)
            .SingleOrDefaultAsync(entry => entry.EventId == number, cancellationToken)
        ?? throw new NothingIsThere();

    private static async Task<EventView> WithdrawAsync(
        Guid id,
        string number,
        EventWithdrawal withdrawal,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpResponse response,
        ScoringDb db,
        EventLedger ledger,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var reason = WithdrawalNeedsAReason.In(withdrawal.Reason, EventEntry.EvidenceLength);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var entry = await FindAsync(ledger, id, number, cancellationToken);
        EntityTags.MustMatch(ifMatch, EntityTags.Of(entry.Id), EventView.Of(entry));
        if (!await ledger.WithdrawAsync(cycle, entry, reason, caller.UserName(), cancellationToken))
        {
            throw new EventIsWithdrawnAlready(number);
        }

        var newest = await ledger
            .Newest(id)
            .SingleAsync(entry => entry.EventId == number, cancellationToken);
        db.Record(EventRecords.Withdrawn(entry, reason));
        await transaction.CommitAsync(cancellationToken);
        response.TagWith(newest.Id);
        return EventView.Of(newest);
    }

    private static EventRow Check(EventRules rules, NewEvent asked) =>
        rules.Check(
            new EventRow(
                Word("id", asked.Id, Register.IdLength)
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
                Word("evidence", asked.Evidence, EventEntry.EvidenceLength)
            )
        );

    private static string? Word(string field, string? text, int longest = EventEntry.WordLength) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length > longest
            ? throw new RowRefused(field, Cells.Invalid, $"“{field}”超过 {longest} 个字。")
        : text.Trim();

    private static decimal? Points(string field, decimal? number) =>
        number is null ? null
        : number < 0 ? throw new RowRefused(field, Cells.Invalid, $"“{field}”不能小于 0。")
        : Normalization.Of(Observation.Storable(number.Value));
}
