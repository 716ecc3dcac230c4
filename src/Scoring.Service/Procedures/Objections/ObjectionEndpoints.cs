using System.Security.Claims;
using Assessment.Audit;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Corrections;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Procedures.Views;
using Assessment.Scoring.Results;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures.Objections;

/// <param name="LooksInto">User name of who is to look into it.</param>
public sealed record AcceptanceAsked(string? LooksInto);

/// <param name="Found">What was found.</param>
public sealed record FindingAsked(string? Found);

/// <summary>What follows is shown before; it cannot be undone.</summary>
/// <param name="Change">The facts that were put right, or the grade.</param>
public sealed record UpholdingAsked(bool Confirm, string? Reason, ChangeAsked? Change);

public sealed record RefusalAsked(string? Reason);

public sealed record AnswerAsked(string? Answer);

/// <summary>异议: 提出、受理、核查、认定、答复.</summary>
public static class ObjectionEndpoints
{
    private static readonly string[] Everybody =
    [
        Roles.TownshipAdministrator,
        Roles.Leader,
        Roles.DepartmentScorer,
        Roles.FinancePreparer,
        Roles.FinanceApprover,
        Roles.Area,
    ];

    public static void MapObjections(this IEndpointRouteBuilder procedure)
    {
        var objections = procedure.MapGroup("/objections");
        objections
            .MapGet("/", ListAsync)
            .WithName("ListObjections")
            .WithSummary("异议：办公室和领导见全部，其他人见本人提出的和交由本人核查的")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Everybody);
        objections
            .MapPost("/", ReceiveAsync)
            .WithName("ReceiveObjection")
            .Records(AuditActions.ObjectionReceived)
            .WithSummary("提出异议：居民区、工作人员对本身的结果提出，或由办公室代为登记")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Everybody);
        var one = objections.MapGroup("/{number:int}");
        one.MapPost("/withdraw", WithdrawAsync)
            .WithName("WithdrawObjection")
            .Records(AuditActions.ObjectionWithdrawn)
            .WithSummary("撤回本人提出的异议；由办公室代为登记的，由办公室撤回")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireTownshipRoles(Everybody);
        one.MapPost("/accept", AcceptAsync)
            .WithName("AcceptObjection")
            .Records(AuditActions.ObjectionAccepted)
            .WithSummary("受理异议，指定核查人；原评分人不得核查")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        one.MapPost("/finding", LookIntoAsync)
            .WithName("LookIntoObjection")
            .Records(AuditActions.ObjectionLookedInto)
            .WithSummary("填写核查情况，由指定的核查人办理")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(
                Roles.TownshipAdministrator,
                Roles.Leader,
                Roles.DepartmentScorer
            );
        one.MapPost("/uphold", UpholdAsync)
            .WithName("UpholdObjection")
            .Records(AuditActions.ObjectionUpheld)
            .WithSummary(
                "认定异议成立：采用更正后的数据，或写明应定的等次；结果随即重新计算，留存前后对照"
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.Leader);
        one.MapPost("/refuse", RefuseAsync)
            .WithName("RefuseObjection")
            .Records(AuditActions.ObjectionRefused)
            .WithSummary("认定异议不成立，须写明理由")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.Leader);
        one.MapPost("/answer", AnswerAsync)
            .WithName("AnswerObjection")
            .Records(AuditActions.ObjectionAnswered)
            .WithSummary("答复提出人")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<IReadOnlyList<ObjectionView>> ListAsync(
        Guid id,
        ResultStore results,
        ProcedureStore procedures,
        ReceivedObjections received,
        Standings standings,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var at = await procedures.OfAsync(
            await results.CycleAsync(id, cancellationToken),
            cancellationToken
        );
        var all = await received.OfAsync(id, cancellationToken);
        if (all.Count == 0)
        {
            return [];
        }

        var names = (await standings.StandingAsync(at, cancellationToken)).Standings.ToDictionary(
            one => one.Subject,
            one => one.Name,
            StringComparer.Ordinal
        );
        var seesAll = caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader);
        return
        [
            .. from said in all
            let stands = at.State.Objections[said.Number]
            let isOwn = said.EnteredBy == caller.UserName()
            let looksInto = stands.LooksInto == caller.UserName()
            where seesAll || isOwn || looksInto
            let view = ObjectionView.Of(
                at,
                said,
                stands,
                // A person whose row has since gone from the facts keeps the id.
                names.GetValueOrDefault(said.Subject, said.Subject),
                isOwn
            )
            select seesAll || looksInto ? view : view.ForObjector(),
        ];
    }

    private static async Task<ObjectionReceipt> ReceiveAsync(
        Guid id,
        ObjectionSaid asked,
        Acting acting,
        ReceivedObjections received,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var objector = ObjectorOf(asked.Subject ?? "", caller);
        ObjectionReceipt? receipt = null;
        await acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var said = asked with
                {
                    Name = asked.Name ?? (objector == Objector.Office ? null : caller.UserName()),
                };
                var reception = await received.ReceiveAsync(
                    at,
                    said,
                    objector,
                    caller.UserName(),
                    codeHash: null,
                    cancellationToken
                );
                await received.AttachAsync(id, asked, caller, cancellationToken);
                receipt = reception.Receipt;
                return reception.Done;
            },
            cancellationToken
        );
        return receipt!;
    }

    /// <summary>An area and a person object to the own result; the office enters what it is told.</summary>
    private static Objector ObjectorOf(string subject, ClaimsPrincipal caller) =>
        caller.IsInRole(Roles.TownshipAdministrator) ? Objector.Office
        : caller.Staff() is { } person && person == subject ? Objector.Person
        : caller.IsInRole(Roles.Area) && caller.Area() == subject ? Objector.Area
        : throw new ObjectionMustBeAboutTheOwnResult();

    private static Task<ProcedureView> AcceptAsync(
        Guid id,
        int number,
        AcceptanceAsked asked,
        Acting acting,
        ReceivedObjections received,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var accepted = at.State.Accept(
                    at.Today,
                    number,
                    asked.LooksInto,
                    await GiversAsync(received, at, number, cancellationToken)
                );
                return new ActDone(
                    accepted,
                    AuditActions.ObjectionAccepted,
                    new
                    {
                        accepted.Number,
                        accepted.LooksInto,
                        accepted.Due,
                    }
                );
            },
            cancellationToken
        );

    private static Task<ProcedureView> LookIntoAsync(
        Guid id,
        int number,
        FindingAsked asked,
        Acting acting,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            at =>
            {
                var found = at.State.LookInto(at.Today, number, caller.UserName(), asked.Found);
                return new ActDone(
                    found,
                    AuditActions.ObjectionLookedInto,
                    new { found.Number, found.Due }
                );
            },
            cancellationToken
        );

    private static async Task<ProcedureView> UpholdAsync(
        Guid id,
        int number,
        UpholdingAsked asked,
        Acting acting,
        ReceivedObjections received,
        Changes changes,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        asked.Confirm.MustBeTrue();
        caller.MustSignForTheTownship();
        return await acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var upheld = at.State.Uphold(
                    at.Today,
                    number,
                    caller.UserName(),
                    await GiversAsync(received, at, number, cancellationToken),
                    asked.Reason,
                    await changes.MakeAsync(
                        at,
                        asked.Change ?? new ChangeAsked(null, null),
                        ResultCause.Objection,
                        caller.UserName(),
                        cancellationToken
                    )
                );
                return new ActDone(
                    upheld,
                    AuditActions.ObjectionUpheld,
                    new
                    {
                        upheld.Number,
                        upheld.Consequence.TakenUp,
                        Grades = upheld.Consequence.Grades.Select(one => new
                        {
                            one.Subject,
                            one.Grade,
                            one.Tier,
                        }),
                        upheld.Consequence.Result,
                        upheld.Consequence.To,
                    },
                    upheld.Reason
                );
            },
            cancellationToken
        );
    }

    private static Task<ProcedureView> RefuseAsync(
        Guid id,
        int number,
        RefusalAsked asked,
        Acting acting,
        ReceivedObjections received,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        caller.MustSignForTheTownship();
        return acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var refused = at.State.Refuse(
                    at.Today,
                    number,
                    caller.UserName(),
                    await GiversAsync(received, at, number, cancellationToken),
                    asked.Reason
                );
                return new ActDone(
                    refused,
                    AuditActions.ObjectionRefused,
                    new { refused.Number },
                    refused.Reason
                );
            },
            cancellationToken
        );
    }

    private static Task<ProcedureView> AnswerAsync(
        Guid id,
        int number,
        AnswerAsked asked,
        Acting acting,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            at =>
            {
                var answered = at.State.Answer(number, asked.Answer);
                return new ActDone(
                    answered,
                    AuditActions.ObjectionAnswered,
                    new { answered.Number }
                );
            },
            cancellationToken
        );

    private static Task<ProcedureView> WithdrawAsync(
        Guid id,
        int number,
        Acting acting,
        ReceivedObjections received,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        acting.OnAsync(
            id,
            caller,
            async at =>
            {
                var withdrawn = at.State.WithdrawObjection(number);
                var said = await received.OneAsync(id, number, cancellationToken);
                var isOwn =
                    said.EnteredBy == caller.UserName()
                    // What a resident without an account withdraws, the office enters.
                    || (
                        caller.IsInRole(Roles.TownshipAdministrator)
                        && said.Objector is Objector.Office or Objector.Resident
                    );
                return isOwn
                    ? new ActDone(
                        withdrawn,
                        AuditActions.ObjectionWithdrawn,
                        new { withdrawn.Number }
                    )
                    : throw new ObjectionMustBeWithdrawnByItsObjector();
            },
            cancellationToken
        );

    private static async Task<IReadOnlySet<string>> GiversAsync(
        ReceivedObjections received,
        CycleInProcedure at,
        int number,
        CancellationToken cancellationToken
    ) =>
        await received.GiversAsync(
            await received.OneAsync(at.Cycle.Id, number, cancellationToken),
            cancellationToken
        );
}
