using System.Security.Claims;
using System.Security.Cryptography;
using Assessment.ServiceDefaults.Refusals;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Assessment.ServiceDefaults.Imports;

/// <summary>What is told of an import.</summary>
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

/// <summary>Upload, progress and report of imports, the same in every service.</summary>
public static class ImportEndpoints
{
    private const long MaximumBytes = 64 * 1024 * 1024;

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
        imports.MapGet("/", ListAsync);
        imports.MapGet("/{id:guid}", GetAsync);
        imports
            .MapPost("/{kind}", UploadAsync)
            .DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MaximumBytes));
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
        ImportSignal signal,
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
            FileName = Path.GetFileName(file.FileName) is { Length: > 0 and <= 260 } name
                ? name
                : kind,
            Hash = Convert.ToHexStringLower(SHA256.HashData(content)),
            Content = content,
            UploadedBy = caller.UserName(),
            OnlyCampaigns = caller.IsInRole(Roles.Surveyor) ? [.. caller.Campaigns()] : null,
            UploadedAt = time.GetUtcNow(),
        };
        if (await FindSameAsync(db, job, cancellationToken) is { } earlier)
        {
            await AgainIfRefusedAsync(db, earlier, job, cancellationToken);
            signal.Raise();
            return TypedResults.Ok(ImportReport.Of(earlier));
        }

        db.Imports.Add(job);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            signal.Raise();
        }
        catch (DbUpdateException)
        {
            // The same file was uploaded twice at the same moment.
            db.ChangeTracker.Clear();
            var same = await FindSameAsync(db, job, cancellationToken);
            if (same is null)
            {
                throw;
            }

            return TypedResults.Ok(ImportReport.Of(same));
        }

        return TypedResults.Accepted($"/imports/{job.Id}", ImportReport.Of(job));
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

    private static Task<ImportJob?> FindSameAsync(
        ServiceDb db,
        ImportJob job,
        CancellationToken cancellationToken
    ) =>
        db.Imports.SingleOrDefaultAsync(
            other => other.Kind == job.Kind && other.Cycle == job.Cycle && other.Hash == job.Hash,
            cancellationToken
        );

    /// <summary>A file that was refused may be in order now, for example because the areas have come in since.</summary>
    private static async Task AgainIfRefusedAsync(
        ServiceDb db,
        ImportJob job,
        ImportJob again,
        CancellationToken cancellationToken
    )
    {
        if (
            job.Status == ImportStatus.Refused
            || (job.Status == ImportStatus.Completed && job.ProblemCount > 0)
        )
        {
            job.Content = again.Content;
            // It now runs by the right of whoever uploads it now.
            job.UploadedBy = again.UploadedBy;
            job.OnlyCampaigns = again.OnlyCampaigns;
            job.Status = ImportStatus.Queued;
            job.ErrorCode = null;
            job.ErrorMessage = null;
            job.FinishedAt = null;
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Metadata: these roles see the reports of the own uploads only.</summary>
    private sealed record OwnUploadsOnly(string[] Roles);
}
