using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Properties;

/// <summary>
/// Draws facts from what a scheme itself declares: its facts with sources, periods and ranges, lines, events, posts and
/// identities. Made so that what is delicate happens often: ties, totals exactly at thresholds, absent facts, invalid
/// ballots, vetoes, waivers, people of unknown posts.
/// </summary>
internal sealed class TownshipDraw(Scheme scheme, Random random, int size)
{
    private readonly SubjectFacts _areaFacts = new(scheme, scheme.Rules.AreaFacts, random);
    private readonly SubjectFacts _staffFacts = new(scheme, scheme.Rules.StaffFacts, random);

    internal FactSet Draw()
    {
        var areas = Areas();
        var staff = areas.SelectMany(Staff).ToList();
        var facts = _areaFacts
            .Of(areas.Select(area => area.Id))
            .Concat(_staffFacts.Of(staff.Select(person => person.Id)))
            .ToList();
        var drawn = new FactSet(
            scheme.Id,
            scheme.Year,
            areas,
            staff,
            SomeAbsent(facts),
            [.. new EventDraw(scheme, random).Of(areas, staff)]
        );
        return random.Chance(0.4) ? ThresholdTuning.Tuned(scheme, drawn, random) : drawn;
    }

    private List<Area> Areas()
    {
        // Now and then a large township, whatever the size that is asked for.
        var count = random.Chance(0.05) ? 40 : random.Next(0, 4 + (size / 8));
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(number => new Area(
                    $"a{number}",
                    $"居民区{number}",
                    random.Pick(0, 1, 100, 1000, 2000, random.Next(1, 5000)),
                    random.Pick(0, 10, 50, random.Next(1, 300)),
                    random.Pick("甲类", "乙类", "乙类", null)
                )),
        ];
    }

    private IEnumerable<StaffMember> Staff(Area area)
    {
        var most = scheme.Posts.Count == 1 ? 2 : 2 + (size / 16);
        return Enumerable
            .Range(0, random.Next(0, most + 1))
            .Select(number => new StaffMember(
                $"{area.Id}p{number}",
                area.Id,
                $"人员{number}",
                random.Chance(0.03)
                    ? "unknownPost"
                    : random.Pick([.. scheme.Posts.Keys, "unknownPost"], but: 1)
            )
            {
                Presiding = random.Pick<bool?>(null, true, false),
                OnSite = random.Pick<bool?>(null, true, false),
                Identity = random.Chance(0.7)
                    ? null
                    : random.Pick([.. scheme.Identities.Keys, "other"]),
                Months = random.Pick<int?>(12, 12, 12, 12, 7, 6, 5, 1, null),
                LeaveMonths = random.Pick<int?>(null, null, null, 0, 6, 7),
                RetiredInYear = random.Pick<bool?>(null, null, null, false, true),
                PreviousGrade = random.Pick(null, "优秀", "合格", "不合格"),
                Base = random.Chance(0.02)
                    ? null
                    : random.Pick(36000m, 42000m, 48000.5m, 51234.56m, 0.01m, 0m),
            });
    }

    /// <summary>Of most townships everything is there; of some a few facts are not, of few a lot.</summary>
    private List<Fact> SomeAbsent(List<Fact> facts)
    {
        var absent = random.Pick(0, 0, 0, 1, 2, 5, facts.Count / 20);
        for (var i = 0; i < absent && facts.Count > 0; i++)
        {
            var gone = random.Pick(facts);
            // With its like: rates that are all absent are not the same as one that is.
            var kind = random.Chance(0.5) ? gone.Item.Split('.')[0] : null;
            facts.RemoveAll(fact =>
                fact == gone
                || kind is not null
                    && fact.Subject == gone.Subject
                    && fact.Item.Split('.')[0] == kind
            );
        }
        return facts;
    }
}

/// <summary>Draws from lists.</summary>
internal static class RandomDraws
{
    internal static bool Chance(this Random random, double chance) => random.NextDouble() < chance;

    internal static T Pick<T>(this Random random, params IReadOnlyList<T> list) =>
        list[random.Next(list.Count)];

    /// <summary>One of the list, but not of the last ones unless there are no others.</summary>
    internal static T Pick<T>(this Random random, IReadOnlyList<T> list, int but) =>
        list[random.Next(Math.Max(1, list.Count - but))];
}
