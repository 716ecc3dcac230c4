using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Sheets;

/// <summary>Which sheet.</summary>
/// <param name="Period">Null or empty where the department scores once a year.</param>
public sealed record SheetAsked(string Department, string? Period)
{
    internal SheetKey Key => new(Department, Period ?? "");
}

/// <summary>Cells of a sheet, all of which are taken in or none.</summary>
public sealed record CellsAsked(string Department, string? Period, IReadOnlyList<CellAsked> Cells);

/// <param name="Incomplete">Why something is missing; null where nothing is.</param>
public sealed record SubmissionAsked(IReadOnlyList<SheetAsked> Sheets, string? Incomplete = null);

public sealed record SignatureAsked(IReadOnlyList<SheetAsked> Sheets, bool Confirm);

/// <summary>Why sheets go back to the department.</summary>
public sealed record SheetsSentBack(IReadOnlyList<SheetAsked> Sheets, string? Reason);

/// <summary>科室评分表: 填报、提交、签批、退回、重开.</summary>
public static class SheetEndpoints
{
    public static void MapSheets(this IEndpointRouteBuilder app)
    {
        var sheets = app.MapGroup("/api/scoring/cycles/{id:guid}/sheets").WithTags("sheets");
        sheets
            .MapGet("/", ListAsync)
            .WithName("ListSheets")
            .WithSummary("部门评分表：进度、缺项、期限；部门看本部门的，分管领导看分管的")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Everybody);
        sheets
            .MapGet("/cells", ViewAsync)
            .WithName("GetSheet")
            .WithSummary("一张评分表：项目、对象、已填的分、历次办理")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Everybody);
        sheets
            .MapPut("/cells", SaveAsync)
            .WithName("SaveSheet")
            .Records(AuditActions.SheetSaved)
            .WithSummary("保存评分表的若干格：要么全部保存，要么一格也不保存；version 写所见的版本")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);
        MapStep(sheets.MapPost("/submit", SubmitAsync), "SubmitSheets", AuditActions.SheetSubmitted)
            .WithSummary("提交评分表，提交后锁定；有缺项的须说明原因")
            .RequireTownshipRoles(Roles.DepartmentScorer);
        MapStep(sheets.MapPost("/sign", SignAsync), "SignSheets", AuditActions.SheetSigned)
            .WithSummary("分管领导签批评分表，签批后计入成绩")
            .RequireTownshipRoles(Roles.Leader);
        MapStep(sheets.MapPost("/return", ReturnAsync), "ReturnSheets", AuditActions.SheetReturned)
            .WithSummary("分管领导退回评分表，须写明理由")
            .RequireTownshipRoles(Roles.Leader);
        MapStep(sheets.MapPost("/reopen", ReopenAsync), "ReopenSheets", AuditActions.SheetReopened)
            .WithSummary("重开已签批的评分表，须写明理由；重新签批前仍按原签批的分数计")
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
    }

    private static readonly string[] Everybody =
    [
        Roles.TownshipAdministrator,
        Roles.DepartmentScorer,
        Roles.Leader,
    ];

    private static RouteHandlerBuilder MapStep(
        RouteHandlerBuilder step,
        string name,
        string action
    ) =>
        step.WithName(name)
            .Records(action)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IReadOnlyList<SheetSummary>> ListAsync(
        Guid id,
        ResultStore results,
        SheetReading reading,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        await reading.ListAsync(
            await results.CycleAsync(id, cancellationToken),
            SheetRights.Of(caller),
            cancellationToken
        );

    private static Task<SheetView> ViewAsync(
        Guid id,
        string department,
        string? period,
        SheetReading reading,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        reading.OneAsync(
            id,
            new SheetKey(department, period ?? ""),
            SheetRights.Of(caller),
            static (rights, sheet) => rights.MaySee(sheet),
            cancellationToken
        );

    private static async Task<SheetView> SaveAsync(
        Guid id,
        CellsAsked asked,
        ScoringDb db,
        SchemeStore schemes,
        SheetSaving saving,
        SheetReading reading,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var spec = SheetPlan.Find(scheme, new SheetKey(asked.Department, asked.Period ?? ""));
        var rights = SheetRights.Of(caller);
        if (!rights.MayEnter(spec.Key))
        {
            throw new SheetIsAnotherDepartments($"{spec.Key}");
        }

        rights.AdmitEntries(cycle);
        await saving.SaveAsync(cycle, scheme, spec, asked.Cells, caller, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await reading.ViewAsync(cycle, scheme, spec, rights, cancellationToken);
    }

    private static Task<IReadOnlyList<SheetSummary>> SubmitAsync(
        Guid id,
        SubmissionAsked asked,
        SheetsInTurn turn,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        turn.TakeAsync(
            id,
            asked.Sheets,
            SheetStep.Submit,
            asked.Incomplete is null ? null : Due.ReasonOf(asked.Incomplete),
            caller,
            cancellationToken
        );

    private static Task<IReadOnlyList<SheetSummary>> SignAsync(
        Guid id,
        SignatureAsked asked,
        SheetsInTurn turn,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        return turn.TakeAsync(
            id,
            asked.Sheets,
            SheetStep.Sign,
            reason: null,
            caller,
            cancellationToken
        );
    }

    private static Task<IReadOnlyList<SheetSummary>> ReturnAsync(
        Guid id,
        SheetsSentBack asked,
        SheetsInTurn turn,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        turn.TakeAsync(
            id,
            asked.Sheets,
            SheetStep.Return,
            Due.ReasonOf(asked.Reason),
            caller,
            cancellationToken
        );

    private static Task<IReadOnlyList<SheetSummary>> ReopenAsync(
        Guid id,
        SheetsSentBack asked,
        SheetsInTurn turn,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        turn.TakeAsync(
            id,
            asked.Sheets,
            SheetStep.Reopen,
            Due.ReasonOf(asked.Reason),
            caller,
            cancellationToken
        );
}
