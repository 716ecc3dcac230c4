using System.Diagnostics;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Requests;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Campaigns;
using Assessment.Survey.HouseholdLinks;
using Assessment.Survey.Storage;
using Assessment.Survey.Submissions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.ResidentPage;

/// <summary>
/// The resident's page (居民测评页) behind a household's link. It is plain HTML and works without script. There is no
/// guard against forged requests: nothing in the browser signs the resident in, the link's secret alone does, and who
/// knows it need not forge anything.
/// </summary>
public static class ResidentPageEndpoints
{
    public const string StyleAddress = "/s/assets/page.css";
    private const long LargestForm = 64 * 1024;

    public static void MapResidentPage(this IEndpointRouteBuilder app)
    {
        var page = app.MapGroup("/s").RequireRoles(Roles.Resident).ExcludeFromDescription();
        page.MapGet("/{token}", ShowAsync).AddEndpointFilter(KeepThePageToItselfAsync);
        page.MapPost("/{token}", SubmitAsync)
            .RecordsNothing("residents answer anonymously")
            .AddEndpointFilter(KeepThePageToItselfAsync)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        page.MapGet("/assets/page.css", Style);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        string token,
        SurveyDb db,
        TownshipScope township,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var visit = await OpenAsync(token, db, township, cancellationToken);
            return Questionnaire(visit);
        }
        catch (DomainException refusal)
        {
            return Message(refusal);
        }
    }

    private static async Task<RazorComponentResult> SubmitAsync(
        string token,
        HttpRequest request,
        SurveyDb db,
        TownshipScope township,
        AnswerQueue desk,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var visit = await OpenAsync(token, db, township, cancellationToken);
            var form = await request.ReadPageFormAsync(cancellationToken);
            try
            {
                var answer = new SubmittedAnswer(
                    visit.Campaign.Township,
                    visit.Campaign.Cycle,
                    visit.Campaign.Id,
                    visit.AreaId,
                    visit.Household,
                    visit.Form.Read(form),
                    time.GetUtcNow()
                );
                await desk.SubmitAsync(answer, cancellationToken);
                return Message(
                    StatusCodes.Status200OK,
                    "提交成功，谢谢您！",
                    "您的答卷已经收到，不记名计入本居民区的满意度。您现在可以关闭本页。",
                    done: true
                );
            }
            catch (AnswerMustBeComplete incomplete)
            {
                return Questionnaire(visit, form, incomplete);
            }
            catch (AnswerCouldNotBeKept busy)
            {
                return Questionnaire(visit, form, busy);
            }
        }
        catch (DomainException refusal)
        {
            return Message(refusal);
        }
    }

    /// <summary>Finds what the link leads to; the township comes from the link, since residents have no account.</summary>
    private static async Task<Visit> OpenAsync(
        string token,
        SurveyDb db,
        TownshipScope township,
        CancellationToken cancellationToken
    )
    {
        var hash = HouseholdLink.HashOf(token);
        township.EnterCrossTownship();
        var link =
            await db.OfEveryTownship(db.Links)
                .AsNoTracking()
                .SingleOrDefaultAsync(link => link.TokenHash == hash, cancellationToken)
            ?? throw new LinkMustBeKnown();
        township.Enter(link.Township);
        var campaign = await db
            .Campaigns.AsNoTracking()
            .SingleAsync(campaign => campaign.Id == link.Campaign, cancellationToken);
        if (
            await db.Cycles.AnyAsync(
                cycle => cycle.Id == campaign.Cycle && cycle.ProtectedKey == null,
                cancellationToken
            )
        )
        {
            throw await db.IsCancelledAsync(campaign.Cycle, cancellationToken)
                ? new SurveyIsCancelled()
                : new CycleIsFinal();
        }

        if (campaign.State == CampaignState.Closed || link.Household is not { } household)
        {
            throw new AnswerMustArriveBeforeCampaignCloses();
        }

        if (
            await db.Participations.AnyAsync(
                one => one.Campaign == campaign.Id && one.Household == household,
                cancellationToken
            )
        )
        {
            throw new HouseholdHasAnswered();
        }

        var areas = await db.AreasAsync(campaign.Cycle, cancellationToken);
        var name = areas.GetValueOrDefault(link.Area)?.Name ?? link.Area;
        return new Visit(campaign, new AnswerForm(campaign), link.Area, name, household);
    }

    private static RazorComponentResult<QuestionnairePage> Questionnaire(
        Visit visit,
        IFormCollection? sent = null,
        DomainException? problem = null
    ) =>
        new RazorComponentResult<QuestionnairePage>(
            new
            {
                visit.Campaign,
                visit.Form,
                Area = visit.AreaName,
                Chosen = sent?.ToDictionary(field => field.Key, field => field.Value.ToString())
                    ?? [],
                Open = (problem as AnswerMustBeComplete)?.Fields ?? [],
                Problem = problem?.Message,
            }
        )
        {
            StatusCode = problem?.Status ?? StatusCodes.Status200OK,
        };

    private static RazorComponentResult<MessagePage> Message(DomainException refusal) =>
        Message(
            refusal.Status,
            refusal switch
            {
                HouseholdHasAnswered => "您家已经参加过了",
                AnswerMustArriveBeforeCampaignCloses => "测评已经截止",
                SurveyIsCancelled => "本次测评已取消",
                CycleIsFinal => "测评已经结束",
                _ => "链接无效",
            },
            refusal.Message,
            done: refusal is HouseholdHasAnswered
        );

    private static RazorComponentResult<MessagePage> Message(
        int status,
        string heading,
        string text,
        bool done
    ) =>
        new RazorComponentResult<MessagePage>(
            new
            {
                Heading = heading,
                Text = text,
                Done = done,
            }
        )
        {
            StatusCode = status,
        };

    /// <summary>The address is a secret: it goes to no other site, no cache and no trace.</summary>
    private static ValueTask<object?> KeepThePageToItselfAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        Activity.Current?.SetTag("url.path", "/s/{token}");
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private static FileStreamHttpResult Style(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Stream(
            typeof(ResidentPageEndpoints).Assembly.GetManifestResourceStream("page.css")!,
            "text/css; charset=utf-8"
        );
    }

    private sealed record Visit(
        Campaign Campaign,
        AnswerForm Form,
        string AreaId,
        string AreaName,
        Guid Household
    );
}
