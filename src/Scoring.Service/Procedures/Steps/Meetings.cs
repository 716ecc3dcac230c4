using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>会议: what has to be said of one.</summary>
internal static class Meetings
{
    /// <param name="earliest">The earliest day on which it can have been.</param>
    /// <returns>The meeting without spaces around what is said of it.</returns>
    /// <exception cref="MeetingMustBeDescribed">Body or who was there is missing, or too long.</exception>
    /// <exception cref="MeetingMustBeOnADayBetween">It is too early, or in the future.</exception>
    internal static Meeting Checked(this Meeting? meeting, DateOnly earliest, DateOnly today)
    {
        var present = meeting?.Present?.Trim();
        var body = meeting?.Body?.Trim();
        if (
            meeting is null
            || present is not { Length: > 0 and <= Due.TextLength }
            || body is not { Length: > 0 and <= Due.TextLength }
        )
        {
            throw new MeetingMustBeDescribed(Due.TextLength);
        }

        return meeting.Date < earliest || meeting.Date > today
            ? throw new MeetingMustBeOnADayBetween(earliest, today)
            : meeting with
            {
                Present = present,
                Body = body,
            };
    }
}
