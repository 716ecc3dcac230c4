using System.Globalization;
using System.Security.Claims;
using Assessment.Audit;
using Assessment.Imports;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Files;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Assessment.Scoring.Scores;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Risks;

/// <summary>备案: an attempt that may fail.</summary>
/// <param name="Number">Without one it gets the next free one.</param>
/// <param name="Subject">The area or the person whose events may be waived by it.</param>
/// <param name="Rule">The event rule.</param>
/// <param name="Department">In whose name a scorer of several files it.</param>
/// <param name="Files">佐证文件: ids of uploaded files.</param>
public sealed record NewRisk(
    string? Number,
    string Subject,
    string Rule,
    DateOnly FiledOn,
    string? Description,
    string? Department = null,
    IReadOnlyList<Guid>? Files = null
);

/// <summary>Approving cannot be undone.</summary>
/// <param name="On">批准日期: events after it may be waived.</param>
public sealed record RiskApproval(bool Confirm, DateOnly? On);

public sealed record RiskRefusal(string? Reason);

/// <param name="Version">Its newest entry.</param>
/// <param name="ApprovedOn">Null before it is approved.</param>
/// <param name="Reason">Why it was refused; null where it was not.</param>
/// <param name="ReportedBy">Who did what made it what it is.</param>
/// <param name="MayDecide">Whether the caller may approve or refuse it.</param>
public sealed record RiskView(
    string Number,
    long Version,
    string Subject,
    string Rule,
    DateOnly FiledOn,
    string Description,
    IReadOnlyList<Guid> Files,
    RiskState State,
    EventPartyKind AppliedAs,
    string? Applicant,
    string AppliedBy,
    DateOnly? ApprovedOn,
    string? Reason,
    string ReportedBy,
    DateTimeOffset ReportedAt,
    bool MayDecide
)
{
    public static RiskView Of(RiskEntry risk, ClaimsPrincipal caller) =>
        new(
            risk.Number,
            risk.Id,
            risk.Subject,
            risk.Rule,
            risk.FiledOn,
            risk.Description,
            risk.Files,
            risk.State,
            risk.AppliedAs,
            risk.Applicant,
            risk.AppliedBy,
            risk.ApprovedOn,
            risk.Reason,
            risk.ReportedBy,
            risk.ReportedAt,
            risk.State == RiskState.Filed
                && caller.IsInRole(Roles.Leader)
                && caller.SignsFor().Count == 0
                && caller.UserName() != risk.AppliedBy
        );
}

/// <summary>改革风险备案: file, approve, refuse.</summary>
public static class RiskEndpoints
{
    public static void MapRisks(this IEndpointRouteBuilder app)
    {
        var risks = app.MapGroup("/api/scoring/cycles/{id:guid}/risks").WithTags("risks");
        risks
            .MapGet("/", ListAsync)
            .WithName("ListRisks")
            .WithSummary(
                "改革风险备案：牵头办公室、领导看全部，部门看由其核实的事项和自己备案的，居民区看自己备案的"
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles([.. EventEndpoints.Hands, Roles.Leader]);
        risks
            .MapPost("/", FileAsync)
            .WithName("FileRisk")
            .Records(AuditActions.RiskFiled)
            .WithSummary("报改革风险备案，街镇主要领导批准以后发生的事项可以免责")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(EventEndpoints.Hands);
        risks
            .MapPost("/{number}/approve", ApproveAsync)
            .WithName("ApproveRisk")
            .Records(AuditActions.RiskApproved)
            .WithSummary("批准改革风险备案，须写明批准日期")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.Leader);
        risks
            .MapPost("/{number}/refuse", RefuseAsync)
            .WithName("RefuseRisk")
            .Records(AuditActions.RiskRefused)
            .WithSummary("不批准改革风险备案，须写明理由")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.Leader);
    }

    private static async Task<IReadOnlyList<RiskView>> ListAsync(
        Guid id,
        ResultStore results,
        EventReading reading,
        RiskRegister register,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var hands = EventHands.Of(caller);
        return
        [
            .. (await register.Newest(id).ToListAsync(cancellationToken))
                .Where(risk => RiskRules.Sees(hands, risk, context.FindRule(risk.Rule)))
                .OrderBy(risk => risk.FiledOn)
                .ThenBy(risk => risk.Number, StringComparer.Ordinal)
                .Select(risk => RiskView.Of(risk, caller)),
        ];
    }

    private static async Task<RiskView> FileAsync(
        Guid id,
        NewRisk asked,
        ScoringDb db,
        EventReading reading,
        RiskRegister register,
        EvidenceFiles files,
        ProcedureDay day,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var today = await day.TodayAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var party = RiskRules.PartyOf(
            EventHands.Of(caller),
            context.AreaOf.GetValueOrDefault(asked.Subject ?? ""),
            asked.Department
        );
        var taken = await register
            .Newest(id)
            .Select(risk => risk.Number)
            .ToListAsync(cancellationToken);
        var filed = EntryMustFitTheScheme.In(() =>
            Read(asked, context, party, caller, taken, cycle, today, time.GetUtcNow())
        );
        if (taken.Contains(filed.Number))
        {
            throw new RiskNumberIsTaken(filed.Number);
        }

        await files.AttachAsync(
            id,
            filed.Files,
            filed.Subject,
            party.Kind == EventPartyKind.Department ? party.Name : null,
            caller,
            cancellationToken
        );
        db.Risks.Add(filed);
        db.Record(
            new AuditedChange(
                AuditActions.RiskFiled,
                $"risk:{filed.Number}",
                id,
                After: Recorded(filed)
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RiskView.Of(filed, caller);
    }

    private static async Task<RiskView> ApproveAsync(
        Guid id,
        string number,
        RiskApproval asked,
        ScoringDb db,
        RiskRegister register,
        ProcedureDay day,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        caller.MustSignForTheTownship();
        var today = await day.TodayAsync(cancellationToken);
        return await DecideAsync(
            id,
            number,
            db,
            register,
            risk =>
                risk.AppliedBy == caller.UserName()
                    ? throw new RiskMustBeApprovedByAnother()
                    : risk.Approve(
                        RiskRules.ApprovedOn(risk, asked.On, today),
                        caller.UserName(),
                        time.GetUtcNow()
                    ),
            AuditActions.RiskApproved,
            caller,
            cancellationToken
        );
    }

    private static Task<RiskView> RefuseAsync(
        Guid id,
        string number,
        RiskRefusal asked,
        ScoringDb db,
        RiskRegister register,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        caller.MustSignForTheTownship();
        var reason = Due.ReasonOf(asked.Reason);
        return DecideAsync(
            id,
            number,
            db,
            register,
            risk => risk.Refuse(reason, caller.UserName(), time.GetUtcNow()),
            AuditActions.RiskRefused,
            caller,
            cancellationToken
        );
    }

    private static async Task<RiskView> DecideAsync(
        Guid id,
        string number,
        ScoringDb db,
        RiskRegister register,
        Func<RiskEntry, RiskEntry> decide,
        string action,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var risk =
            await register
                .Newest(id)
                .SingleOrDefaultAsync(one => one.Number == number, cancellationToken)
            ?? throw new NothingIsThere();
        var decided = decide(risk);
        db.Risks.Add(decided);
        db.Record(
            new AuditedChange(
                action,
                $"risk:{number}",
                id,
                decided.Reason,
                Recorded(risk),
                Recorded(decided)
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RiskView.Of(decided, caller);
    }

    private static RiskEntry Read(
        NewRisk asked,
        EventContext context,
        EventParty party,
        ClaimsPrincipal caller,
        List<string> taken,
        Cycle cycle,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (!context.Subjects.Contains(asked.Subject ?? ""))
        {
            throw new RowRefused(
                "subject",
                "unknownSubject",
                $"没有编号为“{asked.Subject}”的居民区或工作人员。"
            );
        }

        RiskRules.MustBeWaivable(context.FindRule(asked.Rule ?? ""), asked.Rule ?? "");
        if (asked.FiledOn > today)
        {
            throw new RowRefused(
                "filedOn",
                "outOfRange",
                $"备案日期不能晚于今天（{today:yyyy-MM-dd}）。"
            );
        }

        return new RiskEntry
        {
            Cycle = cycle.Id,
            Number =
                EventEndpoints.Word("number", asked.Number, Register.IdLength)
                ?? NextNumber(taken, cycle.Year),
            Subject = asked.Subject!,
            Rule = asked.Rule!,
            FiledOn = asked.FiledOn,
            Description =
                EventEndpoints.Word("description", asked.Description, RiskEntry.DescriptionLength)
                ?? throw new RowRefused(
                    "description",
                    Cells.Missing,
                    "请写明改革探索的内容和可能的失误。"
                ),
            Files = [.. (asked.Files ?? []).Distinct()],
            AppliedAs = party.Kind,
            Applicant = party.Name,
            AppliedBy = caller.UserName(),
            ReportedBy = caller.UserName(),
            ReportedAt = now,
        };
    }

    private static string NextNumber(List<string> taken, int year) =>
        Enumerable
            .Range(taken.Count + 1, taken.Count + 1)
            .Select(next => string.Create(CultureInfo.InvariantCulture, $"R{year}-{next:000}"))
            .First(number => !taken.Contains(number));

    private static object Recorded(RiskEntry risk) =>
        new
        {
            risk.Number,
            risk.Subject,
            risk.Rule,
            risk.FiledOn,
            risk.State,
            risk.AppliedAs,
            risk.Applicant,
            risk.ApprovedOn,
        };
}
