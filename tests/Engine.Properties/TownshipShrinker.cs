using Assessment.Engine.Facts;

namespace Assessment.Engine.Properties;

/// <summary>
/// Makes a township smaller, in large steps first: without some areas and whatever hangs on them, without some staff,
/// events or facts, then with simpler values.
/// </summary>
internal static class TownshipShrinker
{
    // Beyond this many facts they only go in larger pieces: each try is an evaluation.
    private const int FewEnoughToTryEach = 120;

    internal static IEnumerable<Township> Smaller(Township township)
    {
        var facts = township.Facts;
        return Without(facts.Areas, 1)
            .Select(areas => Only(facts, areas, facts.Staff))
            .Concat(Without(facts.Staff, 1).Select(staff => Only(facts, facts.Areas, staff)))
            .Concat(Without(facts.Events, 1).Select(events => facts with { Events = events }))
            .Concat(
                Without(
                        facts.Facts,
                        facts.Facts.Count > FewEnoughToTryEach ? facts.Facts.Count / 16 : 1
                    )
                    .Select(fewer => facts with { Facts = fewer })
            )
            .Concat(Simpler(facts))
            .Select(smaller => township with { Facts = smaller });
    }

    /// <summary>The list without a half of it, without a quarter of it, and so on down to pieces of the given size.</summary>
    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> list, int smallest)
    {
        for (var piece = list.Count; piece >= Math.Max(1, smallest); piece /= 2)
        {
            for (var from = 0; from < list.Count; from += piece)
            {
                yield return [.. list.Take(from), .. list.Skip(from + piece)];
            }
        }
    }

    private static FactSet Only(
        FactSet facts,
        IReadOnlyList<Area> areas,
        IReadOnlyList<StaffMember> staff
    )
    {
        var areaIds = areas.Select(area => area.Id).ToHashSet(StringComparer.Ordinal);
        var left = staff.Where(person => areaIds.Contains(person.Area)).ToList();
        var ids = left.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        ids.UnionWith(areaIds);
        return facts with
        {
            Areas = areas,
            Staff = left,
            Facts = [.. facts.Facts.Where(fact => ids.Contains(fact.Subject))],
            Events = [.. facts.Events.Where(happened => ids.Contains(happened.Subject))],
        };
    }

    private static IEnumerable<FactSet> Simpler(FactSet facts)
    {
        for (var i = 0; i < facts.Events.Count; i++)
        {
            var simple = facts.Events[i] with
            {
                Count = null,
                Award = null,
                Holder = null,
                Work = null,
                Waiver = null,
                Date = null,
                Evidence = null,
            };
            if (simple != facts.Events[i])
            {
                yield return facts with
                {
                    Events = With(facts.Events, i, simple),
                };
            }
        }
        if (facts.Facts.Count > FewEnoughToTryEach)
        {
            yield break;
        }

        for (var i = 0; i < facts.Facts.Count; i++)
        {
            var fact = facts.Facts[i];
            if (fact.Value.Number.Floor() != fact.Value.Number)
            {
                yield return facts with
                {
                    Facts = With(
                        facts.Facts,
                        i,
                        fact with
                        {
                            Value = -(-fact.Value.Number).Floor(),
                        }
                    ),
                };
            }
        }
    }

    private static T[] With<T>(IReadOnlyList<T> list, int index, T element)
    {
        var copy = list.ToArray();
        copy[index] = element;
        return copy;
    }
}
