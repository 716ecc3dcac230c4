using System.Security.Claims;
using System.Security.Cryptography;
using Assessment.Audit;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Imports;

/// <summary>What is reported about an import.</summary>
/// <param name="Status">queued, running, completed or refused.</param>
/// <param name="Counts">Rows by outcome, for example accepted, duplicate, unknownArea.</param>
/// <param name="Problems">The first problems with their places; <paramref name="ProblemCount"/> counts all.</param>
public sealed record ImportReport(
    Guid Id,
    string Kind,
    Guid? Cycle,
    string FileName,
    string Status,
    int Rows,
    int Processed,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<Problem> Problems,
    int ProblemCount,
    string UploadedBy,
    DateTimeOffset UploadedAt,
    DateTimeOffset? FinishedAt,
    Problem? Error
)
{
    internal static ImportReport Of(ImportJob job) =>
        new(
            job.Id,
            job.Kind,
            job.Cycle == Guid.Empty ? null : job.Cycle,
            job.FileName,
            job.Status.ToString().ToLowerInvariant(),
            job.Rows,
            job.Processed,
            job.Counts,
            job.Problems,
            job.ProblemCount,
            job.UploadedBy,
            job.UploadedAt,
            job.FinishedAt,
            job.ErrorCode is null ? null : new Problem(job.ErrorCode, job.ErrorMessage ?? "")
        );
}

/// <summary>The kinds of imports, upload, progress and report, the same in every service.</summary>
public static class ImportEndpoints
{
    /// <param name="service">The service's part of the address, for example <c>survey</c>.</param>
    /// <param name="roles">Who may import into this service and see every report of the township.</param>
    /// <param name="ownOnly">Who may import too, and see the reports of the own uploads only.</param>
    public static void MapImports(
        this IEndpointRouteBuilder app,
        string service,
        string[] roles,
        string[]? ownOnly = null
    )
    {
        var imports = app.MapGroup($"/api/{service}/imports")
            .WithTags("imports")
            .WithMetadata(new OwnUploadsOnly([.. ownOnly ?? []]))
            .RequireTownshipRoles([.. roles, .. ownOnly ?? []]);
        imports.MapGet("/", ListAsync).WithName("ListImports");
        imports.MapGet("/kinds", ListKinds).WithName("ListImportKinds");
        imports.MapGet("/{id:guid}", GetAsync).WithName("GetImport");
        imports
            .MapPost("/{kind}", UploadAsync)
            .WithName("UploadImport")
            .Records(AuditActions.ImportUploaded)
            .DisableAntiforgery()
            .WithMetadata(
                new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ImportQueue.MaximumBytes)
            );
    }

    private static async Task<Ok<List<ImportReport>>> ListAsync(
        ServiceDb db,
        Guid? cycle,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var jobs = await SeenBy(context, db.Imports.AsNoTracking())
            .Where(job => cycle == null || job.Cycle == cycle)
            .OrderByDescending(job => job.UploadedAt)
            .Take(100)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(jobs.ConvertAll(ImportReport.Of));
    }

    private static Ok<List<ImportKind>> ListKinds(IEnumerable<IImport> imports) =>
        TypedResults.Ok(imports.Select(ImportKind.Of).ToList());

    private static async Task<Ok<ImportReport>> GetAsync(
        Guid id,
        ServiceDb db,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var job =
            await SeenBy(context, db.Imports.AsNoTracking())
                .SingleOrDefaultAsync(job => job.Id == id, cancellationToken)
            ?? throw new NothingIsThere();
        return TypedResults.Ok(ImportReport.Of(job));
    }

    private static async Task<Results<Accepted<ImportReport>, Ok<ImportReport>>> UploadAsync(
        string kind,
        Guid? cycle,
        IFormFile? file,
        ServiceDb db,
        IEnumerable<IImport> imports,
        ImportQueue queue,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var import =
            imports.SingleOrDefault(import => import.Kind == kind)
            ?? throw new ImportKindIsUnknown(kind);
        if (import.ForCycle && cycle is null)
        {
            throw new ImportNeedsCycle(kind);
        }

        if (file is null)
        {
            throw new ImportFileIsMissing();
        }

        var content = new byte[file.Length];
        await using (var upload = file.OpenReadStream())
        {
            await upload.ReadExactlyAsync(content, cancellationToken);
        }

        var job = new ImportJob
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Township = db.Township!,
            Kind = kind,
            Cycle = import.ForCycle ? cycle!.Value : Guid.Empty,
            FileName = ImportJob.FileNameOf(file.FileName) ?? kind,
            Hash = Convert.ToHexStringLower(SHA256.HashData(content)),
            Content = content,
            UploadedBy = caller.UserName(),
            UploaderLimits = import.LimitsOf(caller) is { } limits ? [.. limits] : null,
            UploadedAt = time.GetUtcNow(),
        };
        var (kept, isNew) = await queue.EnqueueAsync(job, cancellationToken);
        return isNew
            ? TypedResults.Accepted($"/imports/{kept.Id}", ImportReport.Of(kept))
            : TypedResults.Ok(ImportReport.Of(kept));
    }

    private static IQueryable<ImportJob> SeenBy(HttpContext context, IQueryable<ImportJob> jobs)
    {
        var limited = context.GetEndpoint()?.Metadata.GetMetadata<OwnUploadsOnly>();
        if (limited is null || !context.User.IsInAnyRole(limited.Roles))
        {
            return jobs;
        }

        var own = context.User.UserName();
        return jobs.Where(job => job.UploadedBy == own);
    }

    /// <summary>Metadata: these roles see the reports of the own uploads only.</summary>
    private sealed record OwnUploadsOnly(string[] Roles);
}
