using Assessment.Engine.Payouts;

namespace Assessment.Engine;

/// <summary>绩效发放: who gets how much, from published results and staff alone.</summary>
public static class PayoutCalculator
{
    /// <param name="staff">With pay bases (绩效基数) where the scheme asks for them.</param>
    /// <exception cref="FactSetException">Somebody is in an area that has no result.</exception>
    public static PayoutLines Calculate(
        Scheme scheme,
        PublishedOutcome outcome,
        IReadOnlyList<StaffMember> staff
    )
    {
        if (scheme.Rules.Payout is not { } rule)
            return new(
                [],
                [],
                person => throw new KeyNotFoundException($"No payout line for {person}")
            );
        var areas = outcome.Areas.ToDictionary(area => area.Id, StringComparer.Ordinal);
        var unknown = staff.Where(person => !areas.ContainsKey(person.Area)).ToList();
        if (unknown.Count > 0)
        {
            throw new FactSetException([
                .. unknown.Select(person => new FactProblem(
                    "area-unknown",
                    person.Id,
                    $"人员“{person.Id}”所在的居民区“{person.Area}”没有考核结果"
                )),
            ]);
        }
        var resolved = staff
            .Select(person => new ResolvedPerson(person, areas[person.Area], RoleOf(rule, person)))
            .ToList();
        var duplicates = Duplicates(resolved);
        var decided = resolved.ConvertAll(person => Decide(scheme, rule, person, duplicates));
        return new(
            decided.ConvertAll(payout => payout.Line),
            [.. duplicates.Values],
            person =>
                new PayoutExplanation(
                    scheme,
                    decided.Find(payout =>
                        string.Equals(payout.Line.Person, person, StringComparison.Ordinal)
                    ) ?? throw new KeyNotFoundException($"No payout line for {person}")
                ).Build()
        );
    }

    private static PayoutRole? RoleOf(PayoutRule rule, StaffMember person)
    {
        foreach (var role in rule.Roles)
        {
            foreach (var condition in role.Who)
            {
                if (condition.Fits(person))
                    return role;
            }
        }
        return null;
    }

    /// <summary>Areas in which more than one person has a role that one may have.</summary>
    private static Dictionary<(string Area, string Role), Finding> Duplicates(
        List<ResolvedPerson> people
    )
    {
        var duplicates = new Dictionary<(string, string), Finding>();
        var groups = people
            .Where(person => person.Role?.DuplicateFinding is not null)
            .GroupBy(person => (person.Area.Id, person.Role!.Id));
        foreach (var group in groups)
        {
            var count = group.Count();
            if (count < 2)
                continue;
            var role = group.First().Role!;
            duplicates.Add(
                group.Key,
                new(
                    role.DuplicateFinding!,
                    group.Key.Item1,
                    $"{count}",
                    $"有 {count} 人同为“{role.Title}”，更正之前不计发放金额"
                )
            );
        }
        return duplicates;
    }

    private static DecidedPayout Decide(
        Scheme scheme,
        PayoutRule rule,
        ResolvedPerson person,
        Dictionary<(string Area, string Role), Finding> duplicates
    )
    {
        var finding = person.Role is null
            ? null
            : duplicates.GetValueOrDefault((person.Area.Id, person.Role.Id));
        var cell = CellOf(rule, person);
        // Without a total it is not known yet which tier the area will be in.
        Money? amount =
            finding is not null || person.Area.Total is null
                ? null
                : new Money(cell.Amount.Value).RoundToFen();
        var line = new PayoutLine(
            person.Member.Id,
            person.Member.Name,
            person.Area.Id,
            person.Member.Post,
            scheme.Posts.GetValueOrDefault(person.Member.Post),
            person.Role?.Id,
            person.Role?.Title,
            person.Area.Tier,
            amount
        );
        return new(line, person, cell, finding);
    }

    private static PayoutCell CellOf(PayoutRule rule, ResolvedPerson person)
    {
        foreach (var cell in rule.Cells)
        {
            if (
                string.Equals(cell.Tier, person.Area.Tier, StringComparison.Ordinal)
                && string.Equals(cell.Role, person.Role?.Id, StringComparison.Ordinal)
            )
            {
                return cell;
            }
        }
        return rule.Otherwise;
    }
}
