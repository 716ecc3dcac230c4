using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Scoring.FinalFiles;

/// <summary>最终结果文件 of a cycle, to be kept and replayed elsewhere.</summary>
public static class FinalFileEndpoints
{
    private const string ZipType = "application/zip";

    public static void MapFinalFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/scoring/cycles/{id:guid}/final-file", GetAsync)
            .WithName("GetFinalFile")
            .WithTags("final-files")
            .Records(AuditActions.FinalFileExported)
            .WithSummary("最终结果文件，已签名，可用 assess replay 在任何电脑上核对并复算")
            .Produces(StatusCodes.Status200OK, contentType: ZipType)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);

    private static async Task<FileContentHttpResult> GetAsync(
        Guid id,
        ScoringDb db,
        FinalArchive archive,
        ResultStore results,
        CancellationToken cancellationToken
    )
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        var file =
            await archive.FindNewestAsync(id, cancellationToken)
            ?? throw new ResultsAreNotFinalYet();
        db.Record(
            new AuditedChange(
                AuditActions.FinalFileExported,
                $"cycle:{id}",
                id,
                After: new { file.Version, Manifest = file.ManifestSha256 }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.File(
            file.Content,
            ZipType,
            $"{cycle.Scheme}-{cycle.Year}-最终结果-{file.Version}.zip"
        );
    }
}
