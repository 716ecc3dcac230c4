using System.Security.Claims;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Scores;

/// <summary>A single score.</summary>
/// <param name="Area">Id of the area, or of the member of staff, that is scored.</param>
/// <param name="Department">A scorer of a single department need not name it.</param>
/// <param name="Count">Of a vote, how many took part.</param>
/// <param name="Eligible">Of a vote, how many could have taken part.</param>
public sealed record NewScore(
    string Area,
    string Item,
    string? Department,
    string? Period,
    decimal Score,
    string? Reason,
    decimal? Count = null,
    decimal? Eligible = null
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

/// <summary>科室评分, entered singly.</summary>
public static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/scoring/cycles/{id:guid}/scores", AddAsync)
            .WithName("AddScore")
            .WithTags("scores")
            .WithSummary("录入一条评分")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);

    private static async Task<ScoreTaken> AddAsync(
        Guid id,
        NewScore score,
        ScoringDb db,
        CycleTurn turn,
        SchemeShelf shelf,
        Subjects subjects,
        FactLedger ledger,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var department = DepartmentOf(caller, score);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await turn.TakeAsync(id, cancellationToken);
        if (caller.IsInRole(Roles.TownshipAdministrator))
        {
            cycle.State.AdmitEntries();
        }
        else
        {
            cycle.State.AdmitDepartmentScores();
        }

        var rules = new ScoreRules(
            await shelf.ReadAsync(cycle.Adoption, cancellationToken),
            await subjects.IdsAsync(cancellationToken)
        );
        var now = time.GetUtcNow();
        var added = await ledger.TakeAsync(
            cycle,
            new Reporter(cycle.Id, Sources.Department, caller.UserName(), now),
            [Check(rules, score, department)],
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return new ScoreTaken(score.Area, score.Item, department, score.Score, added > 0);
    }

    private static string? DepartmentOf(ClaimsPrincipal caller, NewScore score)
    {
        if (caller.IsInRole(Roles.TownshipAdministrator))
        {
            return score.Department;
        }

        var own = caller.Departments();
        return score.Department switch
        {
            null when own.Count == 1 => own[0],
            null => throw new ScorerMustNameTheDepartment(string.Join('、', own)),
            var named when own.Contains(named) => named,
            _ => throw new ScorerMustScoreForTheOwnDepartment(string.Join('、', own)),
        };
    }

    private static Observation Check(ScoreRules rules, NewScore score, string? department)
    {
        try
        {
            return score.Reason?.Length > LedgerEntry.ReasonLength
                ? throw new RowRefused(
                    "reason",
                    Cells.Invalid,
                    $"“reason”超过 {LedgerEntry.ReasonLength} 个字。"
                )
                : rules.Check(
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
        catch (RowRefused refused)
        {
            throw new EntryMustFitTheScheme(refused);
        }
    }
}
