using System.Security.Claims;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Calendars;

/// <summary>What a notice says, as it is entered.</summary>
public sealed record CalendarEntry(
    string Notice,
    string Title,
    DateOnly Issued,
    string Url,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<DateOnly> WorkingDays
);

/// <summary>工作日历: the holidays of each year, known to all and entered by who looks after the platform.</summary>
public static class CalendarEndpoints
{
    private const int FirstYear = 2020;
    private const int LastYear = 2100;

    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        var calendars = app.MapGroup("/api/scoring/calendars").WithTags("calendars");
        calendars
            .MapGet("/", ListAsync)
            .WithName("ListCalendars")
            .WithSummary("各年度节假日安排（国务院办公厅通知）")
            .RequireSignIn();
        calendars
            .MapPut("/{year:int}", EnterAsync)
            .WithName("EnterCalendar")
            .Records(AuditActions.CalendarEntered)
            .WithSummary("录入某年度的节假日安排，对全部街镇有效")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireRoles(Roles.Ops);
    }

    private static Task<IReadOnlyList<KnownCalendar>> ListAsync(
        CalendarStore calendars,
        CancellationToken cancellationToken
    ) => calendars.ListAsync(cancellationToken);

    private static async Task<KnownCalendar> EnterAsync(
        int year,
        CalendarEntry entry,
        ScoringDb db,
        TownshipScope scope,
        TimeProvider time,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new CalendarYearMustBePlausible(FirstYear, LastYear);
        }

        var calendar = new CalendarYear(
            year,
            entry.Notice,
            entry.Title,
            entry.Issued,
            entry.Url,
            entry.Holidays,
            entry.WorkingDays
        );
        if (CalendarCheck.Of(calendar) is { Count: > 0 } problems)
        {
            throw new CalendarMustFollowTheNotice(problems);
        }

        scope.EnterDeployment();
        var entered = EnteredCalendar.Of(calendar, caller.UserName(), time.GetUtcNow());
        db.Calendars.Add(entered);
        db.Record(
            new AuditedChange(
                AuditActions.CalendarEntered,
                $"calendar:{year}",
                After: new
                {
                    calendar.Notice,
                    Holidays = calendar.Holidays.Count,
                    WorkingDays = calendar.WorkingDays.Count,
                }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        return new(calendar, entered.EnteredAt);
    }
}
