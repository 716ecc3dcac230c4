using System.Security.Claims;
using Assessment.Audit;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.SecondFactor;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.SignInHistory;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Gateway.OutsideProvider;

public static class ProviderEndpoints
{
    public static void MapOutsideProvider(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts").WithTags("外部登录");
        accounts
            .MapGet("/sign-in/options", Options)
            .WithName("GetSignInOptions")
            .WithSummary("登录方式：是否有外部登录，名称是什么")
            .OpenToEveryone();
        accounts
            .MapGet("/sign-in/provider", BeginAsync)
            .WithName("BeginProviderSignIn")
            .WithSummary(
                "转到外部登录页面；完成后回到门户的 /sign-in/provider，未通过时带 refused=true"
            )
            .OpenToEveryone()
            .Produces(StatusCodes.Status302Found)
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts
            .MapPost("/sign-in/provider", SignInAsync)
            .WithName("SignInByProvider")
            .RecordsNothing("sign-ins have a log of their own")
            .WithSummary("从外部登录回来后完成登录；须使用动态口令的同时提供口令或恢复码")
            .OpenToEveryone()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts
            .MapGet("/me/provider/link", BeginLinkAsync)
            .WithName("BeginProviderLink")
            .WithSummary("转到外部登录页面，以便与本人账号关联；完成后回到门户的 /account/provider")
            .RequireRoles(RoleScopes.OfPeople)
            .Produces(StatusCodes.Status302Found)
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts
            .MapPost("/me/provider/link", LinkAsync)
            .WithName("LinkProvider")
            .Records(AuditActions.AccountProviderLinked)
            .WithSummary("从外部登录回来后，将外部身份与本人账号关联")
            .RequireRoles(RoleScopes.OfPeople)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status409Conflict);
        accounts
            .MapDelete("/me/provider/link", UnlinkAsync)
            .WithName("UnlinkProvider")
            .Records(AuditActions.AccountProviderUnlinked)
            .WithSummary("解除本人账号与外部身份的关联")
            .RequireRoles(RoleScopes.OfPeople);
    }

    private static SignInOptions Options(OutsideProvider provider) =>
        new(provider.IsThere ? provider.Name : null);

    private static Task<Results<ChallengeHttpResult, RedirectHttpResult>> BeginAsync(
        OutsidePersons persons,
        ProviderFault fault,
        HttpContext context
    )
    {
        persons.MustBeThere();
        return GoOutAsync(OutsidePersons.WayToSignIn(), fault, context);
    }

    private static async Task<Results<ChallengeHttpResult, RedirectHttpResult>> GoOutAsync(
        AuthenticationProperties way,
        ProviderFault fault,
        HttpContext context
    ) =>
        await fault.IsAwayAsync(context)
            ? TypedResults.Redirect(ProviderFault.Page)
            : TypedResults.Challenge(way, [ProviderRegistration.Scheme]);

    private static async Task<Me> SignInAsync(
        PresentedCode shown,
        OutsidePersons persons,
        OutsideProvider provider,
        SignInAttempts attempts,
        SignInCheck check,
        SignInRecords records,
        BrowserSignIn browser,
        HttpContext context
    )
    {
        var subject = await persons.CameBackAsync(context, account: null);
        if (await persons.AccountOfAsync(subject) is not { } account)
        {
            await records.AddNobodyAsync(
                SignInOutcome.UnknownOutsidePerson,
                SignInKind.Provider,
                context
            );
            await context.SignOutAsync(ProviderRegistration.Outside);
            throw new OutsidePersonIsUnknown();
        }

        attempts.Count(account.UserName!, context);
        var factor = await check.CheckBehindFirstFactorAsync(
            account,
            new PresentedFactor(shown.Code, shown.RecoveryCode),
            SignInKind.Provider,
            context,
            isGivenOutside: provider.GivesSecondFactor
        );
        await context.SignOutAsync(ProviderRegistration.Outside);
        return await browser.BeginAsync(account, factor, context);
    }

    private static Task<Results<ChallengeHttpResult, RedirectHttpResult>> BeginLinkAsync(
        ClaimsPrincipal caller,
        OutsidePersons persons,
        ProviderFault fault,
        HttpContext context
    )
    {
        persons.MustBeThere();
        return GoOutAsync(OutsidePersons.WayToLink(caller.Id()), fault, context);
    }

    private static async Task<NoContent> LinkAsync(
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        OutsidePersons persons,
        HttpContext context
    )
    {
        var subject = await persons.CameBackAsync(context, caller.Id());
        await context.SignOutAsync(ProviderRegistration.Outside);
        await persons.LinkAsync(await accounts.OfAsync(caller), subject);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> UnlinkAsync(
        ClaimsPrincipal caller,
        UserManager<Account> accounts,
        OutsidePersons persons
    )
    {
        await persons.UnlinkAsync(await accounts.OfAsync(caller));
        return TypedResults.NoContent();
    }
}

/// <param name="Provider">外部登录的名称；没有则无</param>
public sealed record SignInOptions(string? Provider);
