using System.Security.Claims;
using System.Security.Cryptography;
using Assessment.Audit;
using Assessment.Imports.Previews;
using Assessment.Imports.Spreadsheets;
using Assessment.Imports.Templates;
using Assessment.Imports.Undoing;
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

namespace Assessment.Imports;

/// <summary>The kinds of imports, template, preview, upload, report and undoing, the same in every service.</summary>
public static class ImportEndpoints
{
    /// <param name="service">The service's part of the address, for example <c>survey</c>.</param>
    /// <param name="roles">Who may import into this service and sees every report of the township.</param>
    /// <param name="ownOnly">Who may import too, and see the reports of the own uploads only.</param>
    /// <returns>The addresses of the service's imports.</returns>
    public static RouteGroupBuilder MapImports(
        this IEndpointRouteBuilder app,
        string service,
        string[] roles,
        string[]? ownOnly = null
    )
    {
        var imports = app.MapGroup($"/api/{service}/imports")
            .WithTags("imports")
            .WithMetadata(new SeesEveryUpload(roles))
            .RequireTownshipRoles([.. roles, .. ownOnly ?? []]);
        imports.MapGet("/", ListAsync).WithName("ListImports");
        imports.MapGet("/kinds", ListKindsAsync).WithName("ListImportKinds");
        imports.MapGet("/{id:guid}", GetAsync).WithName("GetImport");
        imports
            .MapGet("/{kind}/template", TemplateAsync)
            .WithName("GetImportTemplate")
            .WithSummary("导入模板（XLSX）")
            .Produces<byte[]>(StatusCodes.Status200OK, WorkbookWriter.ContentType);
        TakesFile(imports.MapPost("/{kind}/preview", PreviewAsync))
            .WithName("PreviewImport")
            .WithSummary("预览导入：按现有数据试读文件，不保存，也不生效")
            .RecordsNothing("a preview changes nothing");
        TakesFile(imports.MapPost("/{kind}", UploadAsync))
            .WithName("UploadImport")
            .Records(AuditActions.ImportUploaded);
        return imports;
    }

    /// <summary>撤销导入, for services that have an <see cref="IUndoableImport"/>.</summary>
    public static void MapUndo(this RouteGroupBuilder imports) =>
        imports
            .MapPost("/{id:guid}/undo", UndoAsync)
            .WithName("UndoImport")
            .Records(AuditActions.ImportUndone)
            .WithSummary("撤销导入，须注明理由；其后已有变动或已被采用的不能撤销")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static RouteHandlerBuilder TakesFile(RouteHandlerBuilder endpoint) =>
        endpoint
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(ImportQueue.MaximumBytes));

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

    private static async Task<Ok<List<ImportKind>>> ListKindsAsync(
        IEnumerable<IImport> imports,
        CancellationToken cancellationToken
    )
    {
        var kinds = new List<ImportKind>();
        foreach (var import in imports)
        {
            kinds.Add(ImportKind.Of(import, await import.ColumnsAsync(cancellationToken)));
        }

        return TypedResults.Ok(kinds);
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

    private static async Task<FileContentHttpResult> TemplateAsync(
        string kind,
        Guid? cycle,
        IEnumerable<IImport> imports,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var import = Find(imports, kind, cycle);
        if (
            import.ForCycle && await import.CycleTitleAsync(cycle!.Value, cancellationToken) is null
        )
        {
            throw new NothingIsThere();
        }

        var choices = await import.ChoicesAsync(
            new TemplateRequest(CycleOf(import, cycle), import.LimitsOf(caller)),
            cancellationToken
        );
        return TypedResults.File(
            TemplateWorkbook.Write(import, await import.ColumnsAsync(cancellationToken), choices),
            WorkbookWriter.ContentType,
            $"{import.Title}-模板.xlsx"
        );
    }

    private static async Task<Ok<ImportPreview>> PreviewAsync(
        string kind,
        Guid? cycle,
        IFormFile? file,
        [FromForm] string? reason,
        ServiceDb db,
        IEnumerable<IImport> imports,
        Preview preview,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await preview.OfAsync(
                await ReceiveAsync(
                    Find(imports, kind, cycle),
                    cycle,
                    file,
                    reason,
                    db,
                    time,
                    caller,
                    cancellationToken
                ),
                cancellationToken
            )
        );

    private static async Task<Results<Accepted<ImportReport>, Ok<ImportReport>>> UploadAsync(
        string kind,
        Guid? cycle,
        IFormFile? file,
        [FromForm] string? reason,
        ServiceDb db,
        IEnumerable<IImport> imports,
        ImportQueue queue,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var (kept, isNew) = await queue.EnqueueAsync(
            await ReceiveAsync(
                Find(imports, kind, cycle),
                cycle,
                file,
                reason,
                db,
                time,
                caller,
                cancellationToken
            ),
            cancellationToken
        );
        return isNew
            ? TypedResults.Accepted($"/imports/{kept.Id}", ImportReport.Of(kept))
            : TypedResults.Ok(ImportReport.Of(kept));
    }

    private static async Task<Ok<ImportReport>> UndoAsync(
        Guid id,
        ImportUndoing asked,
        ServiceDb db,
        Undo undo,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var job =
            await SeenBy(context, db.Imports.AsNoTracking())
                .SingleOrDefaultAsync(job => job.Id == id, cancellationToken)
            ?? throw new NothingIsThere();
        return TypedResults.Ok(
            ImportReport.Of(
                await undo.RunAsync(job, asked.Reason, context.User.UserName(), cancellationToken)
            )
        );
    }

    private static IImport Find(IEnumerable<IImport> imports, string kind, Guid? cycle)
    {
        var import =
            imports.SingleOrDefault(import => import.Kind == kind)
            ?? throw new ImportKindIsUnknown(kind);
        return import.ForCycle && cycle is null ? throw new ImportNeedsCycle(kind) : import;
    }

    private static Guid CycleOf(IImport import, Guid? cycle) =>
        import.ForCycle ? cycle!.Value : Guid.Empty;

    private static async Task<ImportJob> ReceiveAsync(
        IImport import,
        Guid? cycle,
        IFormFile? file,
        string? reason,
        ServiceDb db,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (file is null)
        {
            throw new ImportFileIsMissing();
        }

        var content = new byte[file.Length];
        await using (var upload = file.OpenReadStream())
        {
            await upload.ReadExactlyAsync(content, cancellationToken);
        }

        return new ImportJob
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Township = db.Township!,
            Kind = import.Kind,
            Cycle = CycleOf(import, cycle),
            FileName = ImportJob.FileNameOf(file.FileName) ?? import.Kind,
            Hash = Convert.ToHexStringLower(SHA256.HashData(content)),
            Content = content,
            UploadedBy = caller.UserName(),
            UploaderLimits = import.LimitsOf(caller) is { } limits ? [.. limits] : null,
            Reason = ReasonFor(import, reason),
            UploadedAt = time.GetUtcNow(),
        };
    }

    /// <exception cref="ReasonOfAnImportIsTooLong">It is.</exception>
    private static string? ReasonFor(IImport import, string? given) =>
        (import.ReasonTitle, given?.Trim()) switch
        {
            (null, _) or (_, null or { Length: 0 }) => null,
            (_, { Length: > ImportJob.ReasonLength }) => throw new ReasonOfAnImportIsTooLong(
                ImportJob.ReasonLength
            ),
            var (_, reason) => reason,
        };

    private static IQueryable<ImportJob> SeenBy(HttpContext context, IQueryable<ImportJob> jobs)
    {
        var every = context.GetEndpoint()?.Metadata.GetMetadata<SeesEveryUpload>();
        if (every is not null && context.User.IsInAnyRole(every.Roles))
        {
            return jobs;
        }

        var own = context.User.UserName();
        return jobs.Where(job => job.UploadedBy == own);
    }

    /// <summary>Metadata: whoever has one of these roles, among others perhaps, sees every report; the rest, of the own uploads only.</summary>
    private sealed record SeesEveryUpload(string[] Roles);
}
