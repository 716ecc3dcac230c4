using System.Security.Claims;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Scoring.Sheets;

/// <summary>评分表模板的下载和读入.</summary>
public static class SheetFileEndpoints
{
    private const int BytesOfMegabyte = 1024 * 1024;
    private const int MaximumBytes = 8 * BytesOfMegabyte;

    public static void MapSheetFiles(this IEndpointRouteBuilder app)
    {
        var sheets = app.MapGroup("/api/scoring/cycles/{id:guid}/sheets").WithTags("sheets");
        sheets
            .MapGet("/template", WriteAsync)
            .WithName("GetSheetTemplate")
            .WithSummary("一张评分表的 XLSX 模板，带已填的分")
            .Produces(StatusCodes.Status200OK, contentType: WorkbookWriter.ContentType)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);
        sheets
            .MapPost("/file", ReadAsync)
            .WithName("ReadSheetFile")
            .RecordsNothing("reads a file for the form; what is saved is recorded")
            .WithSummary("读入填好的模板，只返回读到的分，不保存")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .DisableAntiforgery()
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);
    }

    private static async Task<FileContentHttpResult> WriteAsync(
        Guid id,
        string department,
        string? period,
        SheetReading reading,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var sheet = await ToEnterAsync(id, department, period, reading, caller, cancellationToken);
        return TypedResults.File(
            SheetFile.Write(sheet),
            WorkbookWriter.ContentType,
            $"评分表-{department}{(sheet.Summary.PeriodTitle is { } title ? $"-{title}" : "")}.xlsx"
        );
    }

    private static async Task<ReadSheet> ReadAsync(
        Guid id,
        string department,
        string? period,
        IFormFile file,
        SheetReading reading,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var sheet = await ToEnterAsync(id, department, period, reading, caller, cancellationToken);
        if (file.Length > MaximumBytes)
        {
            throw new SheetFileMustBeReadable($"文件超过 {MaximumBytes / BytesOfMegabyte} MB。");
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        try
        {
            return SheetFile.Read(content.ToArray(), sheet);
        }
        catch (UnreadableFileException unreadable)
        {
            throw new SheetFileMustBeReadable(unreadable.Message);
        }
    }

    private static Task<SheetView> ToEnterAsync(
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
            static (rights, sheet) => rights.MayEnter(sheet),
            cancellationToken
        );
}
