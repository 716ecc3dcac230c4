using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Payouts;

/// <summary>Puts published results where the payout's calculations look for them.</summary>
internal static class PayoutTableBuilder
{
    /// <returns>A table of the staff in the order in which they are given.</returns>
    internal static SubjectTable Build(
        PayoutRule rule,
        FinalOutcome outcome,
        IReadOnlyList<StaffMember> staff
    )
    {
        var areas = Areas(outcome.Areas);
        var rowOf = new Dictionary<string, int>(outcome.Areas.Count, StringComparer.Ordinal);
        for (var row = 0; row < outcome.Areas.Count; row++)
        {
            rowOf[outcome.Areas[row].Id] = row;
        }

        var subjects = new Subject[staff.Count];
        var problems = new List<FactProblem>();
        for (var i = 0; i < subjects.Length; i++)
        {
            var person = staff[i];
            if (rowOf.TryGetValue(person.Area, out var row))
            {
                subjects[i] = new(areas.Subjects[row].Area, person, row);
            }
            else
            {
                problems.Add(
                    new(
                        "area-unknown",
                        person.Id,
                        $"人员“{person.Id}”所在的居民区“{person.Area}”没有考核结果"
                    )
                );
            }
        }
        problems.AddRange(StaffNumbers.Problems(staff));
        if (problems.Count > 0)
        {
            throw new FactSetException(problems);
        }

        var table = Table(subjects, areas, new IReadOnlyList<int>?[subjects.Length]);
        TakeOutcomes(outcome.Staff, table);
        if (rule.Pools.Count > 0)
        {
            Gather(rule.Pools, table);
        }

        return table;
    }

    private static SubjectTable Areas(IReadOnlyList<AreaOutcome> outcomes)
    {
        var subjects = new Subject[outcomes.Count];
        for (var row = 0; row < subjects.Length; row++)
        {
            subjects[row] = new(new(outcomes[row].Id, outcomes[row].Name, 0, 0), Person: null, row);
        }

        var table = Table(subjects, areas: null, members: null);
        for (var row = 0; row < subjects.Length; row++)
        {
            var area = outcomes[row];
            table.Totals[row] = area.Total is { } total ? Cell.Of(total) : Cell.None;
            table.Placings[row] = new(area.Rank, area.Grade, area.Tier, null, null, null);
        }
        return table;
    }

    private static SubjectTable Table(
        Subject[] subjects,
        SubjectTable? areas,
        IReadOnlyList<int>?[]? members
    ) =>
        new(
            subjects,
            0,
            FactStore.Empty(subjects.Length),
            [.. Enumerable.Range(0, subjects.Length)],
            areas
        )
        {
            PoolMembers = members,
        };

    private static void TakeOutcomes(IReadOnlyList<StaffOutcome> outcomes, SubjectTable table)
    {
        var byId = new Dictionary<string, StaffOutcome>(outcomes.Count, StringComparer.Ordinal);
        foreach (var outcome in outcomes)
        {
            byId[outcome.Id] = outcome;
        }

        for (var i = 0; i < table.Subjects.Count; i++)
        {
            if (!byId.TryGetValue(table.Subjects[i].Id, out var own))
            {
                continue;
            }

            table.Totals[i] = own.Total is { } total ? Cell.Of(total) : Cell.None;
            table.Placings[i] = new(own.Rank, own.Grade, null, own.Band, null, null);
        }
    }

    // In the order of their ids, so that sums and explanations do not depend on the order of the staff.
    private static void Gather(IReadOnlyList<PayoutPool> pools, SubjectTable table)
    {
        var byId = Enumerable
            .Range(0, table.Subjects.Count)
            .OrderBy(i => table.Subjects[i].Id, StringComparer.Ordinal)
            .ToArray();
        foreach (var pool in pools)
        {
            Gather(pool, table, byId);
        }
    }

    private static void Gather(PayoutPool pool, SubjectTable table, int[] byId)
    {
        var members = new List<int>?[table.AreaTable!.Subjects.Count];
        foreach (var i in byId)
        {
            if (table.PoolMembers![i] is not null || !pool.Who.Holds(table[i]))
            {
                continue;
            }

            var own = members[table.Subjects[i].AreaIndex] ??= [];
            own.Add(i);
            table.PoolMembers[i] = own;
        }
    }
}
