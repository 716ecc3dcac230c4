using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Notices;

/// <summary>A notice with all that the office has of it.</summary>
/// <param name="View">With what it shows, be it its time or not.</param>
/// <param name="Lines">Who is shown, with their areas.</param>
public sealed record NoticeOnRecord(
    NoticeView View,
    Scheme Scheme,
    Notice Rule,
    IReadOnlyList<NoticeLine> Lines
)
{
    /// <summary>As its readers see it today.</summary>
    public NoticeView Shown => View.Stage == NoticeStage.Running ? View : View.WithoutContent();
}

/// <summary>Reads notices from the acts that put them up, in the township of the scope.</summary>
public sealed class NoticeReading(ScoringDb db, ProcedureStore procedures)
{
    /// <exception cref="NothingIsThere">The township has no such notice.</exception>
    public async Task<NoticeOnRecord> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var posted =
            await db
                .Notices.AsNoTracking()
                .SingleOrDefaultAsync(notice => notice.Id == id, cancellationToken)
            ?? throw new NothingIsThere();
        return Of(await InProcedureAsync(posted.Cycle, cancellationToken), posted);
    }

    /// <summary>Those that are shown today, the newest first.</summary>
    public async Task<IReadOnlyList<NoticeView>> RunningAsync(CancellationToken cancellationToken)
    {
        var running = new List<NoticeView>();
        // A rehearsal's have their pages, and are not offered to anybody.
        var notices = await db
            .Notices.AsNoTracking()
            .Where(notice => db.Cycles.Any(cycle => cycle.Id == notice.Cycle && !cycle.IsRehearsal))
            .ToListAsync(cancellationToken);
        foreach (var ofCycle in notices.GroupBy(notice => notice.Cycle))
        {
            var at = await InProcedureAsync(ofCycle.Key, cancellationToken);
            running.AddRange(ofCycle.Select(posted => Of(at, posted).Shown));
        }

        return
        [
            .. running
                .Where(notice => notice.Stage == NoticeStage.Running)
                .OrderByDescending(notice => notice.First)
                .ThenByDescending(notice => notice.Id),
        ];
    }

    private async Task<CycleInProcedure> InProcedureAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        await procedures.OfAsync(
            await db.Cycles.AsNoTracking().SingleAsync(one => one.Id == cycle, cancellationToken),
            cancellationToken
        );

    private static NoticeOnRecord Of(CycleInProcedure at, PostedNotice posted)
    {
        var publicity = at.State.Scheduled.Find(one => one.Notice == posted.Id);
        var announcement = at.State.Announcements.Find(one => one.Notice == posted.Id);
        var step = at.State.Procedure.Steps[posted.Step];
        var rule = step.Notice!;
        var lines = publicity?.Lines ?? announcement!.Lines;
        var time = new NoticeTime(
            publicity?.First ?? announcement!.On,
            publicity?.Last,
            at.State.Withdrawn.GetValueOrDefault(posted.Id),
            at.Cycle.CancelledBecause
        );
        return new NoticeOnRecord(
            new NoticeView(
                posted.Id,
                at.Cycle.Id,
                time.On(at.Today),
                publicity is null,
                rule.Audience,
                at.Cycle.IsRehearsal ? Rehearsals.Mark + step.Title : step.Title,
                at.Cycle.Year,
                at.Scheme.Title,
                step.Citation.Clause,
                posted.SignedBy,
                posted.PostedOn,
                time.First,
                time.Last,
                publicity is null ? null : rule.Days,
                publicity is null ? null : rule.DayKind,
                rule.Shows,
                IsAfterDecision(at, posted.Step),
                step.By?.Title,
                publicity?.Contact,
                time.Cancelled ?? time.Withdrawn,
                NoticeGroup.Of(at.Scheme, rule, lines)
            ),
            at.Scheme,
            rule,
            lines
        );
    }

    private static bool IsAfterDecision(CycleInProcedure at, int step) =>
        at.State.Procedure.Steps.Take(step).Any(one => one.Kind == ProcedureStepKind.Decide);
}
