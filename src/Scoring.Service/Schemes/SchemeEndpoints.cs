using System.Security.Claims;
using Assessment.Audit;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Staff;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Schemes;

/// <summary>A scheme that can be adopted.</summary>
public sealed record CatalogScheme(
    string Id,
    string Version,
    string Title,
    string Township,
    int Year
);

/// <summary>A scheme that the township has adopted.</summary>
/// <param name="UsedByCycles">Cycles that were opened with this version.</param>
public sealed record AdoptedSchemeView(
    string Id,
    string Version,
    string Title,
    int Year,
    DateTimeOffset AdoptedAt,
    string AdoptedBy,
    int UsedByCycles
);

/// <summary>What there is to adopt, and what was adopted, newest first.</summary>
public sealed record SchemeList(
    IReadOnlyList<CatalogScheme> Catalog,
    IReadOnlyList<AdoptedSchemeView> Adopted
);

/// <summary>What a scheme says, for people who want to read it.</summary>
public sealed record SchemeText(string Id, string Version, string Title, int Year, string Yaml);

/// <summary>Either a scheme of the catalog, or the text of an own one.</summary>
/// <param name="Questionnaires">Texts by the file names that the scheme uses; those missing are taken from the catalog's scheme of the same id.</param>
public sealed record Adoption(
    string? CatalogId,
    string? Yaml,
    IReadOnlyDictionary<string, string>? Questionnaires
);

/// <summary>The adopted version.</summary>
public sealed record Adopted(string Id, string Version);

/// <summary>A text to be checked.</summary>
public sealed record SchemeCheck(string Yaml);

/// <summary>What is wrong with a text; empty where it is a scheme.</summary>
public sealed record SchemeProblems(IReadOnlyList<SchemeProblem> Problems);

/// <summary>方案采用: schemes to choose from, to check and to adopt.</summary>
public static class SchemeEndpoints
{
    public static void MapSchemes(this IEndpointRouteBuilder app)
    {
        var schemes = app.MapGroup("/api/scoring/schemes")
            .WithTags("schemes")
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        schemes
            .MapGet("/", ListAsync)
            .WithName("ListSchemes")
            .WithSummary("方案目录与已采用的方案");
        schemes
            .MapGet("/{id}", GetAsync)
            .WithName("GetScheme")
            .WithSummary("方案原文")
            .ProducesProblem(StatusCodes.Status404NotFound);
        schemes
            .MapPost("/", AdoptAsync)
            .WithName("AdoptScheme")
            .Records(AuditActions.SchemeAdopted)
            .WithSummary("采用方案")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        schemes
            .MapPost(
                "/check",
                (SchemeCheck check) =>
                    new SchemeProblems(SchemeReader.Check(check.Yaml, SchemeFiles.FileName))
            )
            .WithName("CheckScheme")
            .RecordsNothing("it changes nothing")
            .WithSummary("检查方案文件");
    }

    private static async Task<SchemeList> ListAsync(
        ScoringDb db,
        SchemeCatalog catalog,
        CancellationToken cancellationToken
    )
    {
        var adopted = await db
            .Schemes.AsNoTracking()
            .OrderByDescending(scheme => scheme.AdoptedAt)
            .Select(scheme => new AdoptedSchemeView(
                scheme.SchemeId,
                scheme.Version,
                scheme.Title,
                scheme.Year,
                scheme.AdoptedAt,
                scheme.AdoptedBy,
                db.Cycles.Count(cycle => cycle.Adoption == scheme.Id)
            ))
            .ToListAsync(cancellationToken);
        return new SchemeList(
            [
                .. catalog.Schemes.Values.Select(files => new CatalogScheme(
                    files.Scheme.Id,
                    files.Scheme.Version,
                    files.Scheme.Title,
                    files.Scheme.Township,
                    files.Scheme.Year
                )),
            ],
            adopted
        );
    }

    private static async Task<SchemeText> GetAsync(
        string id,
        SchemeStore store,
        SchemeCatalog catalog,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(id, version: null, cancellationToken) is { } adopted
            ? new SchemeText(
                adopted.SchemeId,
                adopted.Version,
                adopted.Title,
                adopted.Year,
                adopted.Text
            )
        : catalog.Schemes.TryGetValue(id, out var files)
            ? new SchemeText(
                id,
                files.Scheme.Version,
                files.Scheme.Title,
                files.Scheme.Year,
                files.Text
            )
        : throw new SchemeIsNotInTheCatalog(id);

    private static async Task<Results<Created<Adopted>, Ok<Adopted>>> AdoptAsync(
        Adoption adoption,
        ScoringDb db,
        SchemeCatalog catalog,
        StaffCheck staff,
        DeclarationCheck declarations,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var files = FilesOf(adoption, catalog);
        var scheme = AdoptedScheme.Of(files, caller.UserName(), time.GetUtcNow());
        var answer = new Adopted(scheme.SchemeId, scheme.Version);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await IsAdoptedAsync(db, scheme, cancellationToken))
        {
            return TypedResults.Ok(answer);
        }

        await staff.RunAsync(files.Scheme, cancellationToken);
        await declarations.RunAsync(files.Scheme, cancellationToken);
        db.Schemes.Add(scheme);
        db.Record(
            new AuditedChange(
                AuditActions.SchemeAdopted,
                $"scheme:{scheme.SchemeId}",
                After: new
                {
                    scheme.Version,
                    scheme.Year,
                    Digest = scheme.ContentHash,
                }
            )
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same was adopted twice at the same moment.
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (!await IsAdoptedAsync(db, scheme, cancellationToken))
            {
                throw;
            }
        }

        return TypedResults.Created($"/api/scoring/schemes/{scheme.SchemeId}", answer);
    }

    private static Task<bool> IsAdoptedAsync(
        ScoringDb db,
        AdoptedScheme scheme,
        CancellationToken cancellationToken
    ) => db.Schemes.AnyAsync(other => other.ContentHash == scheme.ContentHash, cancellationToken);

    private static SchemeFiles FilesOf(Adoption adoption, SchemeCatalog catalog)
    {
        if (adoption.CatalogId is { } id)
        {
            return catalog.Schemes.GetValueOrDefault(id) ?? throw new SchemeIsNotInTheCatalog(id);
        }

        try
        {
            var files = SchemeFiles.Read(
                adoption.Yaml ?? throw new AdoptionNeedsACatalogIdOrAText(),
                (scheme, name) =>
                    adoption.Questionnaires?.GetValueOrDefault(name)
                    ?? catalog
                        .Schemes.GetValueOrDefault(scheme.Id)
                        ?.Questionnaires.GetValueOrDefault(name)
            );
            return files.WithSource(catalog.Schemes.GetValueOrDefault(files.Scheme.Id)?.Source);
        }
        catch (SchemeException unreadable)
        {
            throw new SchemeCannotBeRead(unreadable.Problems);
        }
    }
}
