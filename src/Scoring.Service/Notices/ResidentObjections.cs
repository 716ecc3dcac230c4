using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Assessment.Audit;
using Assessment.Engine.Language;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Notices.Pages;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Objections;
using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Requests;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Notices;

/// <summary>
/// 居民异议: the form behind a notice that is open to everybody, without an account and without script, and the page that says
/// what became of an objection to whoever has the receipt. Nothing signs the sender in, so there is nothing that a forged request
/// could misuse.
/// </summary>
public static class ResidentObjections
{
    private const int CodeBytes = 15;
    private const long LargestForm = 64 * 1024;

    /// <summary>More than these waiting at one notice are no objections any more; the office's contact is on the notice.</summary>
    private const int MostWaiting = 200;

    public static string FormAddress(Guid notice) =>
        $"{NoticePageEndpoints.Address}/{notice}/objection";

    public static string StateAddress(string code) =>
        $"{NoticePageEndpoints.Address}/objections/{code}";

    public static void MapResidentObjections(this IEndpointRouteBuilder pages)
    {
        pages
            .MapGet("/{notice:guid}/objection", FormAsync)
            .AddEndpointFilter(NoticeHeaders.SetAsync);
        pages
            .MapPost("/{notice:guid}/objection", ReceiveAsync)
            .Records(AuditActions.ObjectionReceived)
            .AddEndpointFilter(NoticeHeaders.SetAsync)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        pages.MapGet("/objections/{code}", StateAsync).AddEndpointFilter(NoticeHeaders.SetAsync);
    }

    private static async Task<RazorComponentResult> FormAsync(
        Guid notice,
        ScoringDb db,
        NoticeReading notices,
        TownshipScope township,
        CancellationToken cancellationToken
    ) =>
        await OpenAsync(notice, db, notices, township, cancellationToken) is { } open
            ? Form(open, ObjectionEntry.Empty, refusal: null)
            : Closed();

    private static async Task<RazorComponentResult> ReceiveAsync(
        Guid notice,
        HttpRequest request,
        ScoringDb db,
        NoticeReading notices,
        TownshipScope township,
        Acting acting,
        ReceivedObjections received,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (await OpenAsync(notice, db, notices, township, cancellationToken) is not { } open)
        {
            return Closed();
        }

        var entry = ObjectionEntry.Of(await request.ReadPageFormAsync(cancellationToken));
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
        ObjectionReceipt? receipt = null;
        try
        {
            await acting.OnAsync(
                open.View.Cycle,
                caller,
                async at =>
                {
                    if (at.State.Objections.Values.Count(one => one.IsOpen) >= MostWaiting)
                    {
                        throw new TooManyObjectionsWait();
                    }

                    var reception = await received.ReceiveAsync(
                        at,
                        entry.Said(open.Lines),
                        Objector.Resident,
                        enteredBy: null,
                        HashOf(code),
                        cancellationToken
                    );
                    receipt = reception.Receipt;
                    return reception.Done;
                },
                cancellationToken
            );
        }
        catch (DomainException refusal)
        {
            return Form(open, entry, refusal.Message);
        }

        return new RazorComponentResult<ObjectionReceiptPage>(
            new { Receipt = receipt!, Address = StateAddress(code) }
        );
    }

    private static async Task<RazorComponentResult> StateAsync(
        string code,
        ScoringDb db,
        ProcedureStore procedures,
        ResultStore results,
        TownshipScope township,
        CancellationToken cancellationToken
    )
    {
        var hash = HashOf(code);
        township.EnterCrossTownship();
        var said = await db.OfEveryTownship(db.Objections)
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.CodeHash == hash, cancellationToken);
        if (said is null)
        {
            return NoticePageEndpoints.Message(
                StatusCodes.Status404NotFound,
                "没有找到这项异议",
                "请核对网址是否完整，或者向受理单位询问。",
                signIn: null
            );
        }

        township.Enter(said.Township);
        var at = await procedures.OfAsync(
            await results.CycleAsync(said.Cycle, cancellationToken),
            cancellationToken
        );
        return new RazorComponentResult<ObjectionStatePage>(
            new
            {
                Objection = ObjectionView
                    .Of(
                        at,
                        said,
                        at.State.Objections[said.Number],
                        // Whom it is about, the receipt does not repeat.
                        subjectName: "",
                        isOwn: true
                    )
                    .ForObjector(),
            }
        );
    }

    /// <returns>The notice, where everybody may object to it today; else null.</returns>
    private static async Task<NoticeOnRecord?> OpenAsync(
        Guid notice,
        ScoringDb db,
        NoticeReading notices,
        TownshipScope township,
        CancellationToken cancellationToken
    )
    {
        township.EnterCrossTownship();
        var posted = await db.OfEveryTownship(db.Notices)
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == notice, cancellationToken);
        if (posted is null)
        {
            return null;
        }

        township.Enter(posted.Township);
        var record = await notices.OfAsync(notice, cancellationToken);
        return
            record.View
                is {
                    Stage: NoticeStage.Running,
                    IsAnnouncement: false,
                    Audience: NoticeAudience.Public,
                }
            ? record
            : null;
    }

    private static RazorComponentResult<ObjectionFormPage> Form(
        NoticeOnRecord notice,
        ObjectionEntry entry,
        string? refusal
    ) =>
        new(
            new
            {
                Notice = notice.View,
                notice.Lines,
                Entry = entry,
                Refusal = refusal,
            }
        )
        {
            StatusCode = refusal is null
                ? StatusCodes.Status200OK
                : StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult<NoticeMessagePage> Closed() =>
        NoticePageEndpoints.Message(
            StatusCodes.Status404NotFound,
            "现在不能在此提出异议",
            "只有正在公示的内容可以在此提出异议。需要反映情况的，请向公示单位询问。",
            signIn: null
        );

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

/// <summary>What somebody entered in the form.</summary>
/// <param name="Matter"><c>grade</c> or <c>conduct</c>: items of scores are not on a notice.</param>
public sealed record ObjectionEntry(
    string Matter,
    string Subject,
    string Text,
    string Name,
    string Contact
)
{
    public static ObjectionEntry Empty { get; } = new("", "", "", "", "");

    public static ObjectionEntry Of(IFormCollection form) =>
        new(
            $"{form["matter"]}",
            $"{form["subject"]}",
            $"{form["text"]}",
            $"{form["name"]}",
            $"{form["contact"]}"
        );

    /// <exception cref="ObjectionMustBeAboutSomebodyAssessed">It is about nobody on the notice.</exception>
    public ObjectionSaid Said(IReadOnlyList<NoticeLine> lines) =>
        lines.Any(line => line.Subject == Subject)
            ? new ObjectionSaid(
                Matter == "conduct" ? ObjectionMatter.Conduct : ObjectionMatter.Grade,
                Subject,
                Item: null,
                Text,
                Name,
                Contact,
                Files: null
            )
            : throw new ObjectionMustBeAboutSomebodyAssessed();
}
