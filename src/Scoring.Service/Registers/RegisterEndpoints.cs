using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>A word that a column may hold.</summary>
public sealed record ColumnWord(string Value, string Title);

/// <summary>A column as forms show it.</summary>
/// <param name="Words">The only words that it may hold; null where it may hold others, or refers to a register.</param>
public sealed record ColumnView(
    string Name,
    string Title,
    string Rule,
    ColumnContent Content,
    bool IsKey,
    bool IsRequired,
    IReadOnlyList<ColumnWord>? Words
);

/// <summary>A register, with how many rows of it are current.</summary>
public sealed record RegisterView(
    string Name,
    string Title,
    string About,
    IReadOnlyList<ColumnView> Columns,
    int Rows
);

/// <summary>Which rows of a register to list.</summary>
/// <param name="Cycle">The cycle whose register it is; the township's current one where it is left out.</param>
/// <param name="Q">Text that a value holds.</param>
/// <param name="State"><c>current</c>, <c>ended</c> or <c>withdrawn</c>; every one where it is left out.</param>
/// <param name="Area">Of which area.</param>
public sealed record RowSearch(
    Guid? Cycle,
    string? Q,
    string? State,
    string? Area,
    int Page = 1,
    int Size = 50
);

/// <summary>名册: list, search, create, edit, end, and what was changed when and why.</summary>
internal static class RegisterEndpoints
{
    private const int LargestPage = 500;

    public static void MapRegisters(this IEndpointRouteBuilder app)
    {
        var registers = app.MapGroup("/api/scoring/registers").WithTags("registers");
        registers
            .MapGet("/", ListAsync)
            .WithName("ListRegisters")
            .WithSummary("各类名册及其列")
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        registers
            .MapGet("/{register}", SearchAsync)
            .WithName("SearchRegister")
            .WithSummary("查询名册")
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        registers
            .MapGet("/{register}/{row:guid}", GetAsync)
            .WithName("GetRegisterRow")
            .WithSummary("名册的一行，版本在 ETag 中")
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        registers
            .MapGet("/{register}/{row:guid}/history", HistoryAsync)
            .WithName("ListRegisterRowChanges")
            .WithSummary("一行的变动，新的在前")
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        registers
            .MapPost("/{register}", CreateAsync)
            .WithName("CreateRegisterRow")
            .WithSummary("新增一行；在考核周期内须注明日期和理由")
            .Edits(AuditActions.RegisterRowCreated);
        registers
            .MapPut("/{register}/{row:guid}", ChangeAsync)
            .WithName("ChangeRegisterRow")
            .WithSummary("更改一行，If-Match 写所依据的版本；在考核周期内须注明日期和理由")
            .Edits(AuditActions.RegisterRowChanged);
        registers
            .MapTurn("end", RowTurn.End)
            .WithName("EndRegisterRow")
            .WithSummary("终止一行（离任、撤销、失效），日期为最后一天；当年仍在册，不转入下一年")
            .Edits(AuditActions.RegisterRowEnded);
        registers
            .MapTurn("withdraw", RowTurn.Withdrawal)
            .WithName("WithdrawRegisterRow")
            .WithSummary("作废误录的一行；已有评分、事项或其他记录的不能作废")
            .Edits(AuditActions.RegisterRowWithdrawn);
        registers
            .MapTurn("reinstate", RowTurn.Reinstatement)
            .WithName("ReinstateRegisterRow")
            .WithSummary("恢复已终止或作废的一行")
            .Edits(AuditActions.RegisterRowReinstated);
    }

    private static RouteHandlerBuilder MapTurn(
        this RouteGroupBuilder registers,
        string step,
        RowTurn turn
    ) =>
        registers.MapPost(
            $"/{{register}}/{{row:guid}}/{step}",
            (
                string register,
                Guid row,
                RowChange change,
                [FromHeader(Name = "If-Match")] string? ifMatch,
                HttpContext context,
                ScoringDb db,
                RegisterEditing editing,
                CancellationToken cancellationToken
            ) =>
                EditAsync(
                    context,
                    db,
                    by =>
                        editing.TurnAsync(
                            AllRegisters.Of(register),
                            row,
                            turn,
                            ifMatch,
                            change,
                            by,
                            cancellationToken
                        ),
                    cancellationToken
                )
        );

    private static void Edits(this RouteHandlerBuilder endpoint, string action) =>
        endpoint
            .Records(action)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .RequireTownshipRoles(Roles.TownshipAdministrator);

    private static async Task<List<RegisterView>> ListAsync(
        Guid? cycle,
        ScoringDb db,
        RegisterContexts contexts,
        CancellationToken cancellationToken
    )
    {
        var terms = await contexts.TermsAsync(
            await CycleAsync(db, cycle, cancellationToken),
            cancellationToken
        );
        var scope = cycle ?? Guid.Empty;
        var numbers = await db
            .RegisterRows.Where(row => row.Cycle == scope && row.State == RowState.Current)
            .GroupBy(row => row.Register)
            .Select(group => new { group.Key, Rows = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Rows, cancellationToken);
        return
        [
            .. AllRegisters.InOrder.Select(register => new RegisterView(
                register.Name,
                register.Title,
                register.About,
                [
                    .. terms
                        .Declared.ColumnsOf(register)
                        .Select(column => new ColumnView(
                            column.Name,
                            column.Title,
                            column.Rule,
                            column.Content,
                            column.IsKey,
                            column.IsRequired,
                            terms.WordsOf(column)
                        )),
                ],
                numbers.GetValueOrDefault(register.Name)
            )),
        ];
    }

    private static async Task<RowPage> SearchAsync(
        string register,
        [AsParameters] RowSearch search,
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        var name = AllRegisters.Of(register).Name;
        await CycleAsync(db, search.Cycle, cancellationToken);
        var scope = search.Cycle ?? Guid.Empty;
        var rows = db
            .RegisterRows.AsNoTracking()
            .Where(row => row.Cycle == scope && row.Register == name);
        if (!string.IsNullOrEmpty(search.State))
        {
            if (!Enum.TryParse<RowState>(search.State, ignoreCase: true, out var state))
            {
                throw new RowStateIsUnknown(search.State);
            }

            rows = rows.Where(row => row.State == state);
        }

        if (!string.IsNullOrWhiteSpace(search.Area))
        {
            rows = rows.Where(row =>
                row.Area == search.Area || (row.Area == null && row.Key == search.Area)
            );
        }

        if (!string.IsNullOrWhiteSpace(search.Q))
        {
            var text = search.Q.Trim();
            rows = rows.Where(row => row.SearchText.Contains(text));
        }

        var size = Math.Clamp(search.Size, 1, LargestPage);
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderBy(row => row.Key)
            .Skip((Math.Max(search.Page, 1) - 1) * size)
            .Take(size)
            .ToListAsync(cancellationToken);
        return new RowPage(total, page.ConvertAll(RowView.Of));
    }

    private static async Task<RowView> GetAsync(
        string register,
        Guid row,
        HttpResponse response,
        ScoringDb db,
        CancellationToken cancellationToken
    ) => Tagged(response, await FindAsync(db, register, row, cancellationToken));

    private static async Task<List<RowChangeView>> HistoryAsync(
        string register,
        Guid row,
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(db, register, row, cancellationToken);
        var changes = await db
            .RegisterChanges.AsNoTracking()
            .Where(change =>
                change.Row == found.Id
                || (change.Row == found.TakenFrom && change.Version <= found.TakenVersion)
            )
            .OrderByDescending(change => change.At)
            .ThenByDescending(change => change.Version)
            .ToListAsync(cancellationToken);
        return changes.ConvertAll(RowChangeView.Of);
    }

    private static async Task<Created<RowView>> CreateAsync(
        string register,
        Guid? cycle,
        RowEntry entry,
        HttpResponse response,
        ScoringDb db,
        RegisterEditing editing,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var known = AllRegisters.Of(register);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await editing.CreateAsync(
            known,
            new RegisterScope(cycle ?? Guid.Empty),
            entry,
            caller.UserName(),
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created(
            $"/api/scoring/registers/{known.Name}/{row.Id}",
            Tagged(response, row)
        );
    }

    private static Task<RowView> ChangeAsync(
        string register,
        Guid row,
        RowEntry entry,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpContext context,
        ScoringDb db,
        RegisterEditing editing,
        CancellationToken cancellationToken
    ) =>
        EditAsync(
            context,
            db,
            by =>
                editing.ChangeAsync(
                    AllRegisters.Of(register),
                    row,
                    ifMatch,
                    entry,
                    by,
                    cancellationToken
                ),
            cancellationToken
        );

    private static async Task<RowView> EditAsync(
        HttpContext context,
        ScoringDb db,
        Func<string, Task<RegisterRow>> edit,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await edit(context.User.UserName());
        await transaction.CommitAsync(cancellationToken);
        return Tagged(context.Response, row);
    }

    private static RowView Tagged(HttpResponse response, RegisterRow row)
    {
        response.TagWith(row.Version);
        return RowView.Of(row);
    }

    private static async Task<RegisterRow> FindAsync(
        ScoringDb db,
        string register,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var name = AllRegisters.Of(register).Name;
        return await db
                .RegisterRows.AsNoTracking()
                .SingleOrDefaultAsync(
                    row => row.Id == id && row.Register == name,
                    cancellationToken
                )
            ?? throw new NothingIsThere();
    }

    /// <exception cref="NothingIsThere">The township has no such cycle.</exception>
    private static async Task<Cycle?> CycleAsync(
        ScoringDb db,
        Guid? cycle,
        CancellationToken cancellationToken
    ) =>
        cycle is null
            ? null
            : await db
                .Cycles.AsNoTracking()
                .SingleOrDefaultAsync(known => known.Id == cycle, cancellationToken)
                ?? throw new NothingIsThere();
}
