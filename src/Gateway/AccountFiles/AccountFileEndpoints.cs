using System.Security.Claims;
using Assessment.Audit;
using Assessment.Gateway.Accounts;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Gateway.AccountFiles;

/// <summary>批量开户: a template, a preview, and the opening of exactly what was previewed.</summary>
public static class AccountFileEndpoints
{
    public static void MapAccountFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/api/accounts/files")
            .WithTags("账号")
            .RequireRoles(Roles.District, Roles.TownshipAdministrator);
        files
            .MapGet("/columns", () => TypedResults.Ok(AccountFileColumns.All))
            .WithName("ListAccountFileColumns")
            .WithSummary("批量开户文件的各列");
        files
            .MapGet("/template.xlsx", GetTemplate)
            .WithName("GetAccountFileTemplate")
            .WithSummary("批量开户文件的模板")
            .Produces(StatusCodes.Status200OK, contentType: WorkbookWriter.ContentType);
        files
            .MapPost("/check", CheckAsync)
            .WithName("CheckAccountFile")
            .RecordsNothing("a check opens no account")
            .WithSummary("核对批量开户文件：将开立哪些账号，哪些行有误；不开立任何账号")
            .Upload();
        files
            .MapPost("/open", OpenAsync)
            .WithName("OpenAccountFile")
            .Records(AuditActions.AccountOpened)
            .WithSummary(
                "按核对过的文件一次开立全部账号，有一行有误则都不开立；返回每人的邀请链接，链接只显示这一次"
            )
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Upload();
    }

    private static void Upload(this RouteHandlerBuilder endpoint) =>
        endpoint
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(AccountFile.MostBytes));

    private static FileContentHttpResult GetTemplate() =>
        TypedResults.File(
            AccountFileTemplate.Write(),
            WorkbookWriter.ContentType,
            "批量开户模板.xlsx"
        );

    /// <param name="township">For the district, which has none of its own.</param>
    private static async Task<AccountFilePreview> CheckAsync(
        IFormFile? file,
        string? township,
        ClaimsPrincipal caller,
        AccountFilePlanner planner,
        CancellationToken cancellation
    )
    {
        var plan = await PlanAsync(file, township, AccountKeeper.Of(caller), planner, cancellation);
        return new AccountFilePreview(
            plan.Digest,
            [
                .. plan.Accounts.Select(one => new PlannedAccount(
                    one.Line,
                    one.Account.UserName!,
                    one.Account.DisplayName,
                    DutyLine.AllOf(one.Account),
                    one.Account.Staff
                )),
            ],
            plan.Problems
        );
    }

    /// <param name="digest">Of the preview: what is confirmed is that very file.</param>
    private static async Task<List<InvitationSlip>> OpenAsync(
        IFormFile? file,
        string digest,
        string? township,
        ClaimsPrincipal caller,
        AccountFilePlanner planner,
        AccountFileOpening opening,
        CancellationToken cancellation
    )
    {
        var keeper = AccountKeeper.Of(caller);
        var plan = await PlanAsync(file, township, keeper, planner, cancellation);
        return plan.Digest == digest
            ? await opening.OpenAsync(plan, keeper, cancellation)
            : throw new AccountFileMustBeTheOneChecked();
    }

    private static async Task<AccountFilePlan> PlanAsync(
        IFormFile? file,
        string? township,
        AccountKeeper keeper,
        AccountFilePlanner planner,
        CancellationToken cancellation
    )
    {
        if (file is null)
        {
            throw new AccountFileIsMissing();
        }

        var content = new byte[file.Length];
        await using (var upload = file.OpenReadStream())
        {
            await upload.ReadExactlyAsync(content, cancellation);
        }

        var where = string.IsNullOrWhiteSpace(township) ? keeper.Township : township;
        return await planner.PlanAsync(
            AccountFile.Read(content, where),
            where,
            keeper,
            cancellation
        );
    }
}

/// <summary>批量开户的预览</summary>
/// <param name="Digest">文件的校验码，开立时须注明</param>
/// <param name="Accounts">可以开立的账号</param>
/// <param name="Problems">有误的行；有一行有误则整个文件不能开立</param>
public sealed record AccountFilePreview(
    string Digest,
    IReadOnlyList<PlannedAccount> Accounts,
    IReadOnlyList<Problem> Problems
);

/// <param name="Line">在文件中的第一行</param>
public sealed record PlannedAccount(
    int Line,
    string UserName,
    string DisplayName,
    IReadOnlyList<DutyLine> Duties,
    string? Staff
);
