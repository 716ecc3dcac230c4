using System.Net.Mime;
using Assessment.Engine.Language;
using Assessment.Scoring.Notices.Pages;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Scoring.Notices;

/// <summary>公示、公布: what is shown to the township's people who are signed in, and the sheets that the office prints.</summary>
public static class NoticeEndpoints
{
    private const string Address = "/api/scoring/notices";

    /// <summary>Everybody of the township who has an account; programs read no notices.</summary>
    private static readonly string[] People =
    [
        Roles.TownshipAdministrator,
        Roles.Leader,
        Roles.DepartmentScorer,
        Roles.Area,
        Roles.Surveyor,
        Roles.FinancePreparer,
        Roles.FinanceApprover,
    ];

    public static void MapNotices(this IEndpointRouteBuilder app)
    {
        app.MapNoticePages();
        var notices = app.MapGroup(Address).WithTags("notices");
        notices
            .MapGet("/", ListAsync)
            .WithName("ListNotices")
            .WithSummary("本街镇正在公示、公布的告示，新的在前")
            .RequireTownshipRoles(People);
        notices
            .MapGet("/{id:guid}", GetAsync)
            .WithName("GetNotice")
            .WithSummary("一份告示；不在公示期内的只有起止日期，没有内容")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(People);
        notices
            .MapGet("/{id:guid}/print", PrintAsync)
            .AddEndpointFilter(NoticeHeaders.SetAsync)
            .WithName("PrintNotice")
            .WithSummary("告示的 A4 打印页，供张贴")
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Text.Html)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        notices
            .MapGet("/{id:guid}/print/{area}", PrintForAreaAsync)
            .AddEndpointFilter(NoticeHeaders.SetAsync)
            .WithName("PrintNoticeForArea")
            .WithSummary("某一居民区张贴用的 A4 打印页")
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Text.Html)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<IReadOnlyList<WordedNotice>> ListAsync(
        NoticeReading notices,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await notices.RunningAsync(cancellationToken)).Select(notice =>
                WordedNotice.Of(notice.WithoutContent())
            ),
        ];

    private static async Task<WordedNotice> GetAsync(
        Guid id,
        NoticeReading notices,
        CancellationToken cancellationToken
    ) => WordedNotice.Of((await notices.OfAsync(id, cancellationToken)).Shown);

    /// <summary>The sheet that is posted in the area.</summary>
    public static string SheetAddress(Guid notice, string area) =>
        $"{Address}/{notice}/print/{Uri.EscapeDataString(area)}";

    private static async Task<RazorComponentResult> PrintAsync(
        Guid id,
        NoticeReading notices,
        CancellationToken cancellationToken
    )
    {
        var notice = await notices.OfAsync(id, cancellationToken);
        return Sheet(
            notice.View,
            area: null,
            notice.Rule.Audience == NoticeAudience.Areas
                ?
                [
                    .. notice
                        .Lines.Select(line => (line.AreaId, line.Area ?? line.Name))
                        .DistinctBy(line => line.AreaId),
                ]
                : []
        );
    }

    /// <exception cref="NoticeIsNotForAreas">The scheme does not have it posted in the areas.</exception>
    /// <exception cref="NoticeShowsNobodyOfTheArea">There is nothing to post there.</exception>
    private static async Task<RazorComponentResult> PrintForAreaAsync(
        Guid id,
        string area,
        NoticeReading notices,
        CancellationToken cancellationToken
    )
    {
        var notice = await notices.OfAsync(id, cancellationToken);
        if (notice.Rule.Audience != NoticeAudience.Areas)
        {
            throw new NoticeIsNotForAreas();
        }

        var lines = notice.Lines.Where(line => line.AreaId == area).ToList();
        return lines.Count == 0
            ? throw new NoticeShowsNobodyOfTheArea()
            : Sheet(
                notice.View with
                {
                    Groups = NoticeGroup.Of(notice.Scheme, notice.Rule, lines),
                },
                lines[0].Area ?? lines[0].Name,
                []
            );
    }

    /// <summary>To be printed before its first day; never once it does not hold.</summary>
    private static RazorComponentResult Sheet(
        NoticeView notice,
        string? area,
        IReadOnlyList<(string Id, string Name)> areas
    ) =>
        notice.Stage is NoticeStage.Withdrawn or NoticeStage.Cancelled
            ? new RazorComponentResult<NoticePage>(new { Notice = notice.WithoutContent() })
            : new RazorComponentResult<NoticeSheet>(
                new
                {
                    Notice = notice,
                    Area = area,
                    Areas = areas,
                }
            );
}
