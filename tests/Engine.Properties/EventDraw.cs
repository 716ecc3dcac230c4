using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Properties;

/// <summary>Draws events under the scheme's rules.</summary>
internal sealed class EventDraw(Scheme scheme, Random random)
{
    private readonly EventRule[] _rules =
    [
        .. scheme.Collection.Events.OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private readonly string[] _items = [.. scheme.Rules.ItemIds.Order(StringComparer.Ordinal)];

    internal IEnumerable<AssessmentEvent> Of(
        IReadOnlyList<Area> areas,
        IReadOnlyList<StaffMember> staff
    )
    {
        var areaIds = areas.Select(area => area.Id).ToList();
        var staffIds = staff.Select(person => person.Id).ToList();
        // Mostly of those who are assessed; of the others events change nothing.
        var assessed = (scheme.AssessesAreas ? areaIds : [])
            .Concat(
                scheme.StaffClasses.Count > 0 && !(scheme.AssessesAreas && random.Chance(0.7))
                    ? staffIds
                    : []
            )
            .ToList();
        var others = areaIds.Concat(staffIds).ToList();
        for (var i = 0; i < random.Next(0, 1 + (2 * assessed.Count)); i++)
        {
            yield return Of(
                $"e{i}",
                random.Pick(random.Chance(0.95) ? assessed : others),
                random.Pick(_rules)
            );
        }
    }

    internal AssessmentEvent Of(string id, string subject, EventRule rule) =>
        new(id, subject, rule.Id)
        {
            Level = rule.Levels.Count > 0 ? random.Pick(rule.Levels).Id : null,
            Points = rule.Range is { } range
                ? random.Pick(range.Least, range.Most, (range.Least + range.Most) / 2m)
                : null,
            Count = random.Pick<decimal?>(null, null, null, null, 1m, 2m, 3m, 0m),
            Item = rule.Mark == EventMark.VoidsItem ? random.Pick(_items) : null,
            Work = random.Pick(null, "工作一", "工作二"),
            Award = random.Pick(null, "荣誉一", "荣誉二"),
            Holder = random.Pick(null, "获奖人甲", "获奖人乙"),
            Waiver =
                rule.Waiver is { } waiver ? random.Pick<decimal?>([null, 0m, .. waiver.Shares])
                : random.Chance(0.1) ? 0.5m
                : null,
            Date = random.Chance(0.5)
                ? new DateOnly(scheme.Year, random.Next(1, 13), random.Next(1, 29))
                : null,
            Evidence = random.Chance(0.2) ? "文件一" : null,
        };
}
