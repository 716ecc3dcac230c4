using Assessment.Audit;
using Assessment.Imports.Spreadsheets;
using Assessment.Payout.Sheets;
using Assessment.Payout.Storage;
using Assessment.Persistence.Auditing;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Payout.Exports;

internal static class ExportEndpoint
{
    public static RouteGroupBuilder MapExport(this RouteGroupBuilder sheets)
    {
        sheets
            .MapGet("/{cycle:guid}/sheet.xlsx", ExportAsync)
            .WithName("ExportSheet")
            .Records(AuditActions.SheetExported)
            .Produces<byte[]>(StatusCodes.Status200OK, WorkbookWriter.ContentType)
            .ProducesProblem(StatusCodes.Status404NotFound);
        return sheets;
    }

    private static async Task<FileContentHttpResult> ExportAsync(
        Guid cycle,
        PayoutDb db,
        CancellationToken cancellationToken
    )
    {
        var sheet =
            await SheetStore.CurrentAsync(db, cycle, cancellationToken)
            ?? throw new NothingIsThere();
        var view = SheetView.Of(sheet, SheetState.Current);
        db.Record(
            new AuditedChange(
                AuditActions.SheetExported,
                $"sheet:{cycle}/{sheet.Number}",
                cycle,
                After: new { sheet.Digest, Lines = sheet.Lines.Count }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.File(
            SheetWorkbook.Write(view),
            WorkbookWriter.ContentType,
            $"{(sheet.IsRehearsal ? "演练-" : "")}{view.Year}年绩效发放表-{view.Number}.xlsx"
        );
    }
}
