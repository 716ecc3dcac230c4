using Assessment.Engine.Facts;

namespace Assessment.Scoring.Procedures.Corrections;

/// <summary>What kind of thing is other than it was pinned.</summary>
public enum DifferenceKind
{
    /// <summary>得分或计数.</summary>
    Fact,

    /// <summary>加减分事项.</summary>
    Event,

    /// <summary>居民区登记情况.</summary>
    Area,

    /// <summary>人员登记情况.</summary>
    Person,
}

/// <summary>Something that the registers and ledgers now say other than the pinned facts; it counts only when it is taken up.</summary>
/// <param name="Key">Names it, for taking it up.</param>
/// <param name="Subject">Area or person.</param>
/// <param name="Item">Of a fact, or the rule of an event; null of a register's row.</param>
/// <param name="Event">Number of the event; null of anything else.</param>
/// <param name="Before">As it was pinned; null where it was not there.</param>
/// <param name="After">As it is now; null where it is withdrawn.</param>
/// <param name="ReportedBy">Who reported what is there now; null where nobody is on record.</param>
public sealed record FactDifference(
    string Key,
    DifferenceKind Kind,
    string Subject,
    string? Item,
    string? By,
    string? Period,
    string? Event,
    string? Before,
    string? After,
    string? ReportedBy,
    DateTimeOffset? ReportedAt
);

/// <summary>Compares what was pinned with what the registers and ledgers say now. Pure.</summary>
public static class FactDifferences
{
    /// <summary>All that differ, in the order of kind, subject and item. Evidence and dates of reporting make no difference.</summary>
    public static IReadOnlyList<FactDifference> Between(FactSet pinned, FactSet now) =>
        [
            .. Of(
                pinned.Areas,
                now.Areas,
                one => $"area|{one.Id}",
                (before, after) => before == after,
                (key, before, after) =>
                    Row(
                        key,
                        DifferenceKind.Area,
                        (after ?? before)!.Id,
                        Words(before),
                        Words(after)
                    )
            ),
            .. Of(
                pinned.Staff,
                now.Staff,
                one => $"person|{one.Id}",
                (before, after) => before == after,
                (key, before, after) =>
                    Row(
                        key,
                        DifferenceKind.Person,
                        (after ?? before)!.Id,
                        Words(before),
                        Words(after)
                    )
            ),
            .. Of(pinned.Facts, now.Facts, KeyOf, IsSame, OfFact),
            .. Of(pinned.Events, now.Events, one => $"event|{one.Id}", IsSame, OfEvent),
        ];

    /// <summary>The pinned facts with some of what is there now in their place.</summary>
    /// <exception cref="DifferencesMustBeThere">A key names no difference.</exception>
    public static FactSet TakeUp(FactSet pinned, FactSet now, IReadOnlyCollection<string> keys)
    {
        var there = Between(pinned, now).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var missing = keys.Where(key => !there.Contains(key)).ToList();
        if (missing.Count > 0)
        {
            throw new DifferencesMustBeThere(string.Join("、", missing));
        }

        var taken = keys.ToHashSet(StringComparer.Ordinal);
        return pinned with
        {
            Areas = Taken(pinned.Areas, now.Areas, one => $"area|{one.Id}", taken),
            Staff = Taken(pinned.Staff, now.Staff, one => $"person|{one.Id}", taken),
            Facts = Taken(pinned.Facts, now.Facts, KeyOf, taken),
            Events = Taken(pinned.Events, now.Events, one => $"event|{one.Id}", taken),
        };
    }

    private static string KeyOf(Fact fact) =>
        $"fact|{fact.Subject}|{fact.Item}|{fact.By}|{fact.Period}";

    private static List<T> Taken<T>(
        IReadOnlyList<T> pinned,
        IReadOnlyList<T> now,
        Func<T, string> key,
        HashSet<string> taken
    )
    {
        var after = now.Where(one => taken.Contains(key(one))).ToDictionary(key);
        var result = new List<T>();
        foreach (var one in pinned)
        {
            if (!taken.Contains(key(one)))
            {
                result.Add(one);
            }
            else if (after.Remove(key(one), out var other))
            {
                result.Add(other);
            }
        }

        return [.. result, .. now.Where(one => after.ContainsKey(key(one)))];
    }

    private static IEnumerable<FactDifference> Of<T>(
        IReadOnlyList<T> pinned,
        IReadOnlyList<T> now,
        Func<T, string> key,
        Func<T, T, bool> same,
        Func<string, T?, T?, FactDifference> difference
    )
        where T : class
    {
        var before = pinned.ToDictionary(key, StringComparer.Ordinal);
        var after = now.ToDictionary(key, StringComparer.Ordinal);
        return before
            .Keys.Union(after.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(one => (Key: one, before.GetValueOrDefault(one), after.GetValueOrDefault(one)))
            .Where(one => one.Item2 is null || one.Item3 is null || !same(one.Item2, one.Item3))
            .Select(one => difference(one.Key, one.Item2, one.Item3));
    }

    private static bool IsSame(Fact one, Fact other) =>
        one.Value.Number == other.Value.Number
        && one.Count == other.Count
        && one.Eligible == other.Eligible;

    // A number that was written down as evidence changes no result; a date may.
    private static bool IsSame(AssessmentEvent one, AssessmentEvent other) =>
        one with { Evidence = null } == other with { Evidence = null };

    private static FactDifference OfFact(string key, Fact? before, Fact? after)
    {
        var there = (after ?? before)!;
        return new FactDifference(
            key,
            DifferenceKind.Fact,
            there.Subject,
            there.Item,
            there.By,
            there.Period,
            Event: null,
            Words(before),
            Words(after),
            after?.ReportedBy,
            after?.ReportedAt
        );
    }

    private static FactDifference OfEvent(
        string key,
        AssessmentEvent? before,
        AssessmentEvent? after
    )
    {
        var there = (after ?? before)!;
        return new FactDifference(
            key,
            DifferenceKind.Event,
            there.Subject,
            there.Rule,
            By: null,
            Period: null,
            there.Id,
            Words(before),
            Words(after),
            ReportedBy: null,
            ReportedAt: null
        );
    }

    private static FactDifference Row(
        string key,
        DifferenceKind kind,
        string subject,
        string? before,
        string? after
    ) =>
        new(
            key,
            kind,
            subject,
            Item: null,
            By: null,
            Period: null,
            Event: null,
            before,
            after,
            ReportedBy: null,
            ReportedAt: null
        );

    private static string? Words(Fact? fact) =>
        fact is null
            ? null
            : Joined(
                fact.Value.Mean is { } mean ? $"{mean.Sum}÷{mean.Count}" : fact.Value.ToString(),
                fact.Count is { } count ? $"参评 {count}" : null,
                fact.Eligible is { } eligible ? $"应评 {eligible}" : null
            );

    private static string? Words(AssessmentEvent? one) =>
        one is null
            ? null
            : Joined(
                one.Level,
                one.Points is { } points ? $"{points} 分" : null,
                one.Count is { } count ? $"{count} 次" : null,
                one.Item,
                one.Work,
                one.Award,
                one.Holder,
                one.Waiver is { } waiver ? $"免责 {waiver}" : null,
                one.Date is { } date ? $"{date:yyyy-MM-dd}" : null
            );

    private static string? Words(Area? area) =>
        area is null
            ? null
            : Joined(
                area.Name,
                area.Category,
                $"{area.Households} 户",
                $"党员 {area.PartyMembers} 名"
            );

    private static string? Words(StaffMember? person) =>
        person is null
            ? null
            : Joined(
                person.Area,
                person.Post,
                person.Identity,
                person.Presiding is true ? "主持工作" : null,
                person.OnSite is true ? "坐班" : null,
                person.Months is { } months ? $"在岗 {months} 个月" : null,
                person.LeaveMonths is { } leave ? $"病、事假 {leave} 个月" : null,
                person.RetiredInYear is true ? "当年退休" : null,
                person.PreviousGrade is { } grade ? $"上年{grade}" : null
            );

    private static string Joined(params ReadOnlySpan<string?> parts)
    {
        var said = new List<string>();
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                said.Add(part);
            }
        }

        return string.Join("，", said);
    }
}
