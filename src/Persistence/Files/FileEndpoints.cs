using System.Security.Claims;
using Assessment.Audit;
using Assessment.Persistence.Files.Orphans;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Files;

/// <summary>A file as people see it.</summary>
/// <param name="Purpose">evidence or minutes.</param>
/// <param name="ContentType">Found by the content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the content, lower-case hex.</param>
/// <param name="Attached">Whether something rests on it, so that it is kept.</param>
public sealed record FileView(
    Guid Id,
    Guid Cycle,
    string Purpose,
    string FileName,
    string ContentType,
    long Size,
    string Sha256,
    string UploadedBy,
    DateTimeOffset UploadedAt,
    bool Attached
)
{
    internal static FileView Of(StoredFile file) =>
        new(
            file.Id,
            file.Cycle,
            file.Purpose.ToString().ToLowerInvariant(),
            file.FileName,
            file.ContentType,
            file.Size,
            file.Sha256,
            file.UploadedBy,
            file.UploadedAt,
            file.AttachedAt is not null
        );
}

/// <summary>A cycle's files, as far as the caller may see them.</summary>
/// <param name="Used">What all files of the township have together, in bytes.</param>
/// <param name="Quota">What they may have at most.</param>
public sealed record FileList(IReadOnlyList<FileView> Files, long Used, long Quota);

/// <summary>What is sent to upload a file.</summary>
public sealed record FileForm(IFormFile File);

/// <summary>佐证、会议纪要: upload, list, download, removal; the same in every service.</summary>
public static class FileEndpoints
{
    private const int Most = 2000;

    /// <param name="service">The service's part of the address, for example <c>scoring</c>.</param>
    /// <param name="uploaders">Who may upload files, and remove the own ones while nothing rests on them.</param>
    /// <param name="readers">Who may read files too; which ones, <see cref="IFileAccess"/> says.</param>
    public static void MapFiles(
        this IEndpointRouteBuilder app,
        string service,
        string[] uploaders,
        string[] readers
    )
    {
        var files = app.MapGroup($"/api/{service}/files").WithTags("files");
        files
            .MapPost("/", UploadAsync)
            .WithName("UploadFile")
            .Records(AuditActions.FileUploaded)
            .WithSummary("上传佐证或会议纪要，类型按内容识别，每个不超过 20 MB")
            .Accepts<FileForm>("multipart/form-data")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new RequestSizeLimitAttribute(FileUpload.LargestRequest))
            .RequireTownshipRoles(uploaders);
        files
            .MapGet("/", ListAsync)
            .WithName("ListFiles")
            .WithSummary("周期内的文件，及本街镇的用量和限额")
            .RequireTownshipRoles([.. uploaders, .. readers]);
        files
            .MapGet("/{id:guid}", DownloadAsync)
            .WithName("DownloadFile")
            .WithSummary("下载文件")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .RequireTownshipRoles([.. uploaders, .. readers]);
        files
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName("RemoveFile")
            .Records(AuditActions.FileRemoved)
            .WithSummary("删除本人上传且尚未使用的文件")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(uploaders);
        app.MapGet($"/api/{service}/ops/files", OrphansAsync)
            .WithTags("运维")
            .WithName("ListOrphanedFiles")
            .WithSummary("没有着落的文件：未使用的、没有记录的、缺失的")
            .RequireRoles(Roles.Ops);
    }

    private static async Task<Created<FileView>> UploadAsync(
        Guid cycle,
        string? purpose,
        HttpRequest request,
        FileStore store,
        FileQuota quota,
        IFileAccess access,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var use = purpose switch
        {
            null or "evidence" => FilePurpose.Evidence,
            "minutes" => FilePurpose.Minutes,
            _ => throw new BadHttpRequestException("There is no such purpose."),
        };
        await access.AdmitUploadAsync(cycle, use, caller, cancellationToken);
        // Before anything is read, so that nobody waits for an upload that cannot succeed.
        FileUpload.MustFit(request);
        await quota.MustHaveRoomAsync(size: 1, cancellationToken);
        var file = await FileUpload.ReadAsync(
            request,
            (name, content) =>
                store.SaveAsync(
                    new NewFile(cycle, use, name, caller.UserName()),
                    content,
                    cancellationToken
                ),
            cancellationToken
        );
        return TypedResults.Created($"{request.Path}/{file.Id}", FileView.Of(file));
    }

    private static async Task<FileList> ListAsync(
        Guid cycle,
        ServiceDb db,
        IFileAccess access,
        FileQuota quota,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var files = await access
            .SeenBy(caller, db.Files.AsNoTracking())
            .Where(file => file.Cycle == cycle)
            .OrderByDescending(file => file.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return new FileList(
            files.ConvertAll(FileView.Of),
            await quota.UsedAsync(cancellationToken),
            quota.Most
        );
    }

    private static async Task DownloadAsync(
        Guid id,
        ServiceDb db,
        IFileAccess access,
        FileDownload download,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var file =
            await access
                .SeenBy(context.User, db.Files.AsNoTracking())
                .SingleOrDefaultAsync(file => file.Id == id, cancellationToken)
            ?? throw new NothingIsThere();
        await download.SendAsync(file, context, cancellationToken);
    }

    private static async Task<NoContent> RemoveAsync(
        Guid id,
        FileStore store,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await store.RemoveAsync(id, caller, cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<OrphanReport> OrphansAsync(
        FileOrphans orphans,
        CancellationToken cancellationToken
    ) => orphans.ReportAsync(cancellationToken);
}
