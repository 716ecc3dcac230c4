using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Sheets;

/// <summary>发放表, for those who pay and those who answer for it.</summary>
internal static class SheetEndpoints
{
    public static RouteGroupBuilder MapSheets(this IEndpointRouteBuilder app)
    {
        var sheets = app.MapGroup("/api/payout/sheets")
            .WithTags("payout")
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.FinancePreparer,
                Roles.FinanceApprover
            );
        sheets.MapGet("/", ListAsync).WithName("ListSheets");
        sheets
            .MapGet("/{cycle:guid}", GetAsync)
            .WithName("GetSheet")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return sheets;
    }

    private static async Task<Ok<List<SheetSummary>>> ListAsync(
        PayoutDb db,
        CancellationToken cancellationToken
    )
    {
        var sheets = await db
            .Sheets.AsNoTracking()
            .OrderByDescending(sheet => sheet.Year)
            .ThenBy(sheet => sheet.Cycle)
            .ThenByDescending(sheet => sheet.Number)
            .Select(sheet => new SheetSummary(
                sheet.Cycle,
                sheet.Number,
                sheet.Scheme,
                sheet.Title,
                sheet.Year,
                db.Sheets.Any(other => other.Cycle == sheet.Cycle && other.Number > sheet.Number)
                    ? SheetState.Superseded
                    : SheetState.Current,
                sheet.Digest,
                sheet.MadeAt,
                sheet.Lines.Count,
                sheet.Lines.Count(line => line.Amount == null),
                sheet.Lines.Sum(line => line.Amount ?? 0m)
            ))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(sheets);
    }

    /// <param name="number">Of a superseded sheet; without it the current one is given.</param>
    private static async Task<Ok<SheetView>> GetAsync(
        Guid cycle,
        PayoutDb db,
        CancellationToken cancellationToken,
        int? number = null
    )
    {
        var current =
            await SheetStore.CurrentAsync(db, cycle, cancellationToken)
            ?? throw new NothingIsThere();
        if (number is null || number == current.Number)
        {
            return TypedResults.Ok(SheetView.Of(current, SheetState.Current));
        }

        var superseded =
            await db
                .Sheets.AsNoTracking()
                .Include(sheet => sheet.Lines)
                .SingleOrDefaultAsync(
                    sheet => sheet.Cycle == cycle && sheet.Number == number,
                    cancellationToken
                )
            ?? throw new NothingIsThere();
        return TypedResults.Ok(SheetView.Of(superseded, SheetState.Superseded));
    }
}
