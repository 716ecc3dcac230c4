using System.Security.Claims;
using Assessment.Audit;
using Assessment.Imports;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Files;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Sheets;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Scoring.Scores;

/// <summary>A single score.</summary>
/// <param name="Area">Id of the area, or of the member of staff, that is scored.</param>
/// <param name="Department">A scorer of a single department need not name it.</param>
/// <param name="Count">Of a vote, how many took part.</param>
/// <param name="Eligible">Of a vote, how many could have taken part.</param>
/// <param name="Files">佐证文件: ids of uploaded files on which it rests; null leaves those there were.</param>
public sealed record NewScore(
    string Area,
    string Item,
    string? Department,
    string? Period,
    decimal Score,
    string? Reason,
    decimal? Count = null,
    decimal? Eligible = null,
    IReadOnlyList<Guid>? Files = null
);

/// <summary>What became of it.</summary>
/// <param name="Changed">False where the ledger held the same score already.</param>
public sealed record ScoreTaken(
    string Area,
    string Item,
    string? Department,
    decimal Score,
    bool Changed
);

/// <summary>科室评分, entered singly and withdrawn.</summary>
public static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder app)
    {
        var scores = app.MapGroup("/api/scoring/cycles/{id:guid}/scores").WithTags("scores");
        scores
            .MapPost("/", AddAsync)
            .WithName("AddScore")
            .Records(AuditActions.ScoreEntered)
            .WithSummary(
                "录入一条评分；If-Match 写该项台账最新一条的 id，从未评过的写 \"0\"；改分须注明理由"
            )
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);
        scores
            .MapPost("/withdraw", WithdrawAsync)
            .WithName("WithdrawScore")
            .Records(AuditActions.ScoreWithdrawn)
            .WithSummary("撤回一条评分，须注明理由；If-Match 写该项台账最新一条的 id")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);
    }

    private static async Task<ScoreTaken> AddAsync(
        Guid id,
        NewScore score,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpContext context,
        ScoringDb db,
        SchemeStore schemes,
        RegisterReading registers,
        FactLedger ledger,
        SheetStore sheets,
        EvidenceFiles files,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var caller = context.User;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var department = EntryRights.Of(caller).Admit(cycle, scheme, score.Item, score.Department);
        var newest = await ledger.ScoresAsync(id, score.Area, cancellationToken);
        var rules = new ScoreRules(
            scheme,
            await registers.SubjectsAsync(new RegisterScope(cycle.Id), cancellationToken),
            newest
        );
        var locked = await sheets.LockedAsync(id, cancellationToken);
        var observed = EntryMustFitTheScheme.In(() => Read(rules, score, department)) with
        {
            Files = score.Files?.Distinct().ToList(),
        };
        locked.MustAdmit(observed.SheetKey);
        var before = newest.GetValueOrDefault(observed.Key);
        MustMatch(
            ifMatch,
            before,
            isDone: before is { Withdrawn: false } && !before.DiffersFrom(observed)
        );
        EntryMustFitTheScheme.In(() => rules.CheckReason(observed));
        var added = await ledger.TakeAsync(
            cycle,
            new Reporter(id, Sources.Department, caller.UserName(), time.GetUtcNow()),
            newest,
            [observed],
            cancellationToken
        );
        if (added.Count > 0)
        {
            db.Record(ScoreRecords.Entered(id, before, observed));
            await files.AttachAsync(
                id,
                observed.Files ?? [],
                score.Area,
                observed.Key.By ?? department,
                caller,
                cancellationToken
            );
        }

        await transaction.CommitAsync(cancellationToken);
        context.Response.TagWith((added.Count > 0 ? added[0] : before!).Id);
        return new ScoreTaken(score.Area, score.Item, department, score.Score, added.Count > 0);
    }

    private static async Task<ScoreWithdrawn> WithdrawAsync(
        Guid id,
        ScoreWithdrawal asked,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpResponse response,
        ScoringDb db,
        SchemeStore schemes,
        FactLedger ledger,
        SheetStore sheets,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var reason = WithdrawalNeedsAReason.In(asked.Reason, LedgerEntry.ReasonLength);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var department = EntryRights.Of(caller).Admit(cycle, scheme, asked.Item, asked.Department);
        var newest = await ledger.ScoresAsync(id, asked.Area, cancellationToken);
        if (
            !scheme.FactKinds.TryGetValue(asked.Item, out var kind)
            || newest.GetValueOrDefault(KeyOf(asked, ScoreRules.ReporterOf(kind, department)))
                is not { } score
        )
        {
            throw new ThereMustBeAScoreToWithdraw();
        }

        (await sheets.LockedAsync(id, cancellationToken)).MustAdmit(SheetKey.Of(score));
        MustMatch(ifMatch, score);
        if (score.Withdrawn)
        {
            throw new ThereMustBeAScoreToWithdraw();
        }

        var withdrawal = await ledger.WithdrawAsync(
            cycle,
            new Reporter(id, Sources.Department, caller.UserName(), time.GetUtcNow()),
            score,
            reason,
            cancellationToken
        );
        db.Record(ScoreRecords.Withdrawn(id, score, reason));
        await transaction.CommitAsync(cancellationToken);
        response.TagWith(withdrawal.Id);
        return new ScoreWithdrawn(
            asked.Area,
            asked.Item,
            score.By,
            asked.Period,
            Normalization.Of(score.Value),
            reason
        );
    }

    private static LedgerKey KeyOf(ScoreWithdrawal asked, string? reporter) =>
        new(asked.Area, asked.Item, reporter, asked.Period);

    /// <summary>The version of a score is its newest entry in the ledger, a withdrawal as well.</summary>
    private static void MustMatch(string? ifMatch, LedgerEntry? newest, bool isDone = false) =>
        EntityTags.MustMatch(
            ifMatch,
            newest is null ? EntityTags.Nothing : EntityTags.Of(newest.Id),
            newest is null ? null : LedgerEntryView.Of(newest, superseded: false),
            isDone
        );

    private static Observation Read(ScoreRules rules, NewScore score, string? department) =>
        score.Reason?.Length > LedgerEntry.ReasonLength
            ? throw new RowRefused(
                "reason",
                Cells.Invalid,
                $"“reason”超过 {LedgerEntry.ReasonLength} 个字。"
            )
            : rules.Read(
                new ScoreRow(
                    score.Area,
                    score.Item,
                    department,
                    score.Period,
                    score.Score,
                    score.Reason,
                    score.Count,
                    score.Eligible
                ),
                "在线录入"
            );
}
