using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures.Moves;

/// <summary>One of the results from the pinned one on. Each stays readable.</summary>
/// <param name="Reason">Why it is there beside the one before; null where a meeting decided, or it was pinned first.</param>
/// <param name="FinalVersion">Which version of the final result it is; null where it never was final.</param>
public sealed record VersionView(
    int Number,
    ResultCause Cause,
    string Digest,
    DateTimeOffset At,
    string By,
    string? Reason,
    int? FinalVersion
);

/// <summary>结果的各个版本, and who moved from one to the next.</summary>
public static class VersionEndpoints
{
    public static void MapVersions(this IEndpointRouteBuilder procedure)
    {
        procedure
            .MapGet("/versions", ListAsync)
            .WithName("ListVersions")
            .WithSummary("定稿以来结果的各个版本及缘由")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        procedure
            .MapGet("/versions/{number:int}", GetAsync)
            .WithName("GetVersion")
            .WithSummary("某一版本的全部结果")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        procedure
            .MapGet("/versions/{number:int}/moves", MovesAsync)
            .WithName("ListMoves")
            .WithSummary("与前一版本的对照：谁变动、变动多少、依据哪一条")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
    }

    private static async Task<IReadOnlyList<VersionView>> ListAsync(
        Guid id,
        ResultStore results,
        ProcedureStore procedures,
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        await results.CycleAsync(id, cancellationToken);
        var acts = (await procedures.EntriesAsync(id, cancellationToken)).ConvertAll(one =>
            one.Act
        );
        if (acts.OfType<Frozen>().FirstOrDefault() is not { } frozen)
        {
            return [];
        }

        var reasons = acts.Select(ReasonOf)
            .OfType<(int Result, string Reason)>()
            .ToDictionary(one => one.Result, one => one.Reason);
        var finals = acts.OfType<Finalized>()
            .GroupBy(one => one.Result)
            .ToDictionary(group => group.Key, group => group.Last().Version);
        var versions = await db
            .Results.AsNoTracking()
            .Where(result => result.Cycle == id && result.Number >= frozen.Result)
            .OrderBy(result => result.Number)
            .Select(result => new
            {
                result.Number,
                result.Cause,
                result.Digest,
                result.CalculatedAt,
                result.CalculatedBy,
            })
            .ToListAsync(cancellationToken);
        return versions.ConvertAll(one => new VersionView(
            one.Number,
            one.Cause,
            one.Digest,
            one.CalculatedAt,
            one.CalculatedBy,
            reasons.GetValueOrDefault(one.Number),
            finals.TryGetValue(one.Number, out var version) ? version : null
        ));
    }

    private static (int Result, string Reason)? ReasonOf(Act act) =>
        act switch
        {
            ObjectionUpheld { Consequence.Result: { } result } upheld => (result, upheld.Reason),
            CorrectionMade { Consequence.Result: { } result } made => (result, made.Reason),
            _ => null,
        };

    private static Task<ResultView> GetAsync(
        Guid id,
        int number,
        ResultStore results,
        CancellationToken cancellationToken
    ) => results.ViewAsync(id, number, cancellationToken);

    private static async Task<IReadOnlyList<MovedSubject>> MovesAsync(
        Guid id,
        int number,
        ResultStore results,
        ProcedureStore procedures,
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        var at = await procedures.OfAsync(
            await results.CycleAsync(id, cancellationToken),
            cancellationToken
        );
        var two = await db
            .Results.AsNoTracking()
            .Where(result =>
                result.Cycle == id && (result.Number == number || result.Number == number - 1)
            )
            .OrderBy(result => result.Number)
            .ToListAsync(cancellationToken);
        return two is [var before, var after]
            ? MovedSubjects.Between(at.Scheme, before.Facts(), after.Facts(), cancellationToken)
            : throw new NothingIsThere();
    }
}
