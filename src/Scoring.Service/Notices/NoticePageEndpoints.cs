using System.Net.Mime;
using Assessment.Engine.Language;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Notices.Pages;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Notices;

/// <summary>
/// 公示页: a notice at its own address, for everybody and without an account. Plain HTML without script; it rests on this
/// service's database alone.
/// </summary>
public static class NoticePageEndpoints
{
    public const string Address = "/notices";
    public const string StyleAddress = $"{Address}/assets/notice.css";

    /// <summary>The portal's page of the notice, behind the sign-in.</summary>
    public static string SignedInAddress(Guid notice) => $"/publicity/{notice}";

    public static void MapNoticePages(this IEndpointRouteBuilder app)
    {
        // The gateway lets everybody in as a resident, signed in or not.
        var pages = app.MapGroup(Address).RequireRoles(Roles.Resident).ExcludeFromDescription();
        pages.MapGet("/", ListAsync).AddEndpointFilter(NoticeHeaders.SetAsync);
        pages.MapGet("/{notice}", ShowAsync).AddEndpointFilter(NoticeHeaders.SetAsync);
        pages.MapResidentObjections();
        pages.MapGet("/assets/notice.css", Style);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        string notice,
        ScoringDb db,
        NoticeReading notices,
        TownshipScope township,
        CancellationToken cancellationToken
    )
    {
        township.EnterCrossTownship();
        var posted = Guid.TryParse(notice, out var id)
            ? await db.OfEveryTownship(db.Notices)
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            : null;
        if (posted is null)
        {
            return Unknown();
        }

        township.Enter(posted.Township);
        var shown = (await notices.OfAsync(id, cancellationToken)).Shown;
        return shown.Audience == NoticeAudience.Public
            ? new RazorComponentResult<NoticePage>(new { Notice = shown })
            : Message(
                StatusCodes.Status200OK,
                "请登录后查看",
                "这份公示在本街镇范围内公开，请用本街镇的账号登录后查看。没有账号的，请查看居民区张贴的公示。",
                SignedInAddress(id)
            );
    }

    private static async Task<RazorComponentResult> ListAsync(
        string? township,
        ScoringDb db,
        NoticeReading notices,
        TownshipScope scope,
        CancellationToken cancellationToken
    )
    {
        scope.EnterCrossTownship();
        // A township that never publicised anything is like one that is unknown.
        if (
            township is null
            || !township.All(one => char.IsAsciiLetterOrDigit(one) || one == '-')
            || !await db.OfEveryTownship(db.Notices)
                .AnyAsync(one => one.Township == township, cancellationToken)
        )
        {
            return Unknown();
        }

        scope.Enter(township);
        var running = await notices.RunningAsync(cancellationToken);
        return new RazorComponentResult<NoticeListPage>(
            new
            {
                Notices = running
                    .Where(notice => notice.Audience == NoticeAudience.Public)
                    .ToList(),
            }
        );
    }

    private static RazorComponentResult<NoticeMessagePage> Unknown() =>
        Message(
            StatusCodes.Status404NotFound,
            "没有找到这份公示",
            "请核对网址是否完整，或者向张贴公示的单位询问。",
            signIn: null
        );

    internal static RazorComponentResult<NoticeMessagePage> Message(
        int status,
        string heading,
        string text,
        string? signIn
    ) =>
        new(
            new
            {
                Heading = heading,
                Text = text,
                SignIn = signIn,
            }
        )
        {
            StatusCode = status,
        };

    private static FileStreamHttpResult Style(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Stream(
            typeof(NoticePageEndpoints).Assembly.GetManifestResourceStream("notice.css")!,
            $"{MediaTypeNames.Text.Css}; charset=utf-8"
        );
    }
}
