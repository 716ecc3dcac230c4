using System.Security.Claims;
using Assessment.Audit;
using Assessment.Engine.Explanation;
using Assessment.Imports.Spreadsheets;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Scoring.Results;

/// <summary>考核结果, as list, workbook, and explanation.</summary>
public static class ResultEndpoints
{
    public static void MapResults(this IEndpointRouteBuilder app)
    {
        var results = app.MapGroup("/api/scoring/cycles/{id:guid}").WithTags("results");
        results
            .MapGet("/results", GetAsync)
            .WithName("GetResults")
            .WithSummary("考核结果；居民区只见本居民区，个人只见本人，且须按方案公示或者反馈之后")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.FinancePreparer,
                Roles.FinanceApprover,
                Roles.DepartmentScorer,
                Roles.Area
            );
        results
            .MapGet("/results.xlsx", GetWorkbookAsync)
            .WithName("GetResultsWorkbook")
            .Records(AuditActions.ResultsExported)
            .WithSummary("考核结果工作簿")
            .Produces(StatusCodes.Status200OK, contentType: WorkbookWriter.ContentType)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.FinancePreparer,
                Roles.FinanceApprover
            );
        results
            .MapGet("/results/facts.json", GetFactsAsync)
            .WithName("GetResultFacts")
            .Records(AuditActions.FactsExported)
            .WithSummary("计算所依据的全部事实，可用 assess 命令独立复算，得到同一校验码")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.Leader);
        results
            .MapGet("/results/{subject}/explanation", ExplainAsync)
            .WithName("ExplainResult")
            .WithSummary("计算说明：每一步的数值、规则、条款和事实")
            .Produces<ExplanationNode>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.FinancePreparer,
                Roles.FinanceApprover,
                Roles.DepartmentScorer,
                Roles.Area
            );
    }

    private static async Task<ResultView> GetAsync(
        Guid id,
        ResultStore results,
        ProcedureStore procedures,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await MustBeShownToAsync(results, id, caller, cancellationToken);
        if (SeesAll(caller))
        {
            return await results.ViewAsync(id, number: null, cancellationToken);
        }

        var at = await procedures.OfAsync(
            await results.CycleAsync(id, cancellationToken),
            cancellationToken
        );
        var seen = caller
            .OwnSubjects()
            .Select(one => (Subject: one, Result: at.State.OwnResultOf(one, at.Today)))
            .Where(one => one.Result is not null)
            .ToList();
        if (seen.Count == 0)
        {
            throw new OwnResultIsNotFedBackYet();
        }

        // Of several subjects what each of them may see.
        var view = await results.ViewAsync(id, seen.Min(one => one.Result), cancellationToken);
        return view.OnlyFor([.. seen.Select(one => one.Subject)]);
    }

    private static async Task<FileContentHttpResult> GetWorkbookAsync(
        Guid id,
        ResultStore results,
        ScoringDb db,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        await MustBeShownToAsync(results, id, caller, cancellationToken);
        var cycle = await results.CycleAsync(id, cancellationToken);
        var view = await results.ViewAsync(id, number: null, cancellationToken);
        db.Record(
            new AuditedChange(
                AuditActions.ResultsExported,
                $"cycle:{id}",
                id,
                After: new { view.Digest }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.File(
            ResultWorkbook.Write(view),
            WorkbookWriter.ContentType,
            $"{(cycle.IsRehearsal ? "演练-" : "")}{view.Scheme}-{view.Year}-考核结果.xlsx"
        );
    }

    private static async Task<FileContentHttpResult> GetFactsAsync(
        Guid id,
        ResultStore results,
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        var facts = await results.FactsAsync(id, cancellationToken);
        db.Record(new AuditedChange(AuditActions.FactsExported, $"cycle:{id}", id));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.File(
            System.Text.Encoding.UTF8.GetBytes(facts),
            "application/json",
            $"{cycle.Scheme}-{cycle.Year}-facts.json"
        );
    }

    private static async Task<ContentHttpResult> ExplainAsync(
        Guid id,
        string subject,
        ResultStore results,
        ProcedureStore procedures,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var cycle = await results.CycleAsync(id, cancellationToken);
        int? number = null;
        // Finance sees all results, but explanations are not for it: it adds nothing to what a person sees.
        if (!caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader))
        {
            if (!caller.OwnSubjects().Contains(subject, StringComparer.Ordinal))
            {
                throw new ResultIsForWhoseItIs();
            }

            await MustBeShownToAsync(results, id, caller, cancellationToken);
            var at = await procedures.OfAsync(cycle, cancellationToken);
            number =
                at.State.OwnResultOf(subject, at.Today) ?? throw new OwnResultIsNotFedBackYet();
        }

        return TypedResults.Text(
            await results.ExplanationAsync(id, subject, number, cancellationToken),
            "application/json",
            System.Text.Encoding.UTF8
        );
    }

    /// <summary>The own area of an area's account, and the person's own record of staff.</summary>
    /// <exception cref="ResultIsForWhoseItIs">The caller is nobody who is assessed.</exception>
    private static List<string> OwnSubjects(this ClaimsPrincipal caller)
    {
        string?[] own = [caller.IsInRole(Roles.Area) ? caller.Area() : null, caller.Staff()];
        return own.OfType<string>().ToList() is { Count: > 0 } subjects
            ? subjects
            : throw new ResultIsForWhoseItIs();
    }

    private static bool SeesAll(ClaimsPrincipal caller) =>
        caller.IsInAnyRole(
            Roles.TownshipAdministrator,
            Roles.Leader,
            Roles.FinancePreparer,
            Roles.FinanceApprover
        );

    /// <summary>What is cancelled stays on record for who answers for it, and is no result to anybody else.</summary>
    private static async Task MustBeShownToAsync(
        ResultStore results,
        Guid id,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader))
        {
            (await results.CycleAsync(id, cancellationToken)).State.MustNotBeCancelled();
        }
    }
}
