using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Payouts;

/// <summary>Finds for each person the rule that decides the amount: a pool, the table, or a calculated amount.</summary>
internal sealed class PayoutDecision
{
    private readonly Scheme _scheme;
    private readonly PayoutRule _rule;
    private readonly SubjectTable _table;
    private readonly Dictionary<IReadOnlyList<int>, DividedFund> _funds = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly PayoutRole?[] _roles;
    private readonly Dictionary<(int Area, string Role), Finding> _duplicates = [];

    internal PayoutDecision(Scheme scheme, PayoutRule rule, SubjectTable table)
    {
        _scheme = scheme;
        _rule = rule;
        _table = table;
        _roles = new PayoutRole?[table.Subjects.Count];
        if (rule.Table is { } roles)
        {
            FindRoles(roles);
        }
    }

    internal IReadOnlyList<Finding> Findings => [.. _duplicates.Values];

    internal DecidedPayout Decide(int person)
    {
        var at = _table[person];
        foreach (var pool in _rule.Pools)
        {
            if (pool.Who.Holds(at))
            {
                return FromPool(pool, at);
            }
        }
        if (_rule.Table is { } table)
        {
            return FromTable(table, at);
        }

        foreach (var amount in _rule.Amounts)
        {
            if (amount.When?.MayHold(at) != false)
            {
                return FromAmount(amount, at);
            }
        }
        return new(Line(at, null, null, null), at);
    }

    private DecidedPayout FromPool(PayoutPool pool, SubjectView at)
    {
        var members = _table.PoolMembers![at.Subject]!;
        if (!_funds.TryGetValue(members, out var fund))
        {
            fund = DividedFund.Divide(
                pool.Fund.Evaluate(at).OrNull,
                [
                    .. members.Select(member => new DividedFund.Share(
                        _table.Subjects[member].Id,
                        pool.Share.Evaluate(_table[member]).OrNull
                    )),
                ]
            );
            _funds.Add(members, fund);
        }
        var position = 0;
        while (members[position] != at.Subject)
        {
            position++;
        }

        return new(Line(at, pool.Id, pool.Title, fund.Shares[position].Amount), at)
        {
            FromPool = new(pool, fund, position),
        };
    }

    private DecidedPayout FromTable(PayoutTable table, SubjectView at)
    {
        var role = _roles[at.Subject];
        var finding = role is null
            ? null
            : _duplicates.GetValueOrDefault((at.Self.AreaIndex, role.Id));
        var cell = CellOf(table, role, at.AreaPlacing.Tier);
        // Without a total it is not known yet which tier the area will be in.
        Money? amount =
            finding is not null || !at.AreaView.Total.IsPresent
                ? null
                : Money.RoundedToFen(cell.Amount.Number);
        return new(Line(at, role?.Id, role?.Title, amount), at)
        {
            FromTable = new(role, cell, finding),
        };
    }

    private DecidedPayout FromAmount(PayoutAmount amount, SubjectView at)
    {
        // Where it is undecided which amount is the person's, none can be said yet.
        var cell = amount.When?.Holds(at) == false ? Cell.Absent : amount.Amount.Evaluate(at);
        Money? money = cell.IsPresent ? Money.RoundedToFen(cell.Value) : null;
        return new(Line(at, amount.Id, amount.Title, money), at) { FromAmount = amount };
    }

    private PayoutLine Line(SubjectView at, string? role, string? title, Money? amount)
    {
        var person = at.Person!;
        return new(
            person.Id,
            person.Name,
            person.Area,
            person.Post,
            _scheme.Posts.GetValueOrDefault(person.Post),
            role,
            title,
            at.AreaPlacing.Tier,
            amount
        );
    }

    private void FindRoles(PayoutTable table)
    {
        var counts = new Dictionary<(int Area, string Role), int>();
        for (var person = 0; person < _roles.Length; person++)
        {
            var role = RoleOf(table, _table.Subjects[person].Person!);
            _roles[person] = role;
            if (role?.DuplicateFinding is null)
            {
                continue;
            }

            var key = (_table.Subjects[person].AreaIndex, role.Id);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        foreach (var (key, count) in counts)
        {
            if (count < 2)
            {
                continue;
            }

            var role = table.Roles.First(one =>
                string.Equals(one.Id, key.Role, StringComparison.Ordinal)
            );
            _duplicates.Add(
                key,
                new(
                    role.DuplicateFinding!,
                    _table.AreaTable!.Subjects[key.Area].Id,
                    $"{count}",
                    $"有 {count} 人同为“{role.Title}”，更正之前不计发放金额"
                )
            );
        }
    }

    private static PayoutRole? RoleOf(PayoutTable table, StaffMember person)
    {
        foreach (var role in table.Roles)
        {
            foreach (var condition in role.Who)
            {
                if (condition.Fits(person))
                {
                    return role;
                }
            }
        }
        return null;
    }

    private static PayoutCell CellOf(PayoutTable table, PayoutRole? role, string? tier)
    {
        foreach (var cell in table.Cells)
        {
            if (
                string.Equals(cell.Tier, tier, StringComparison.Ordinal)
                && string.Equals(cell.Role, role?.Id, StringComparison.Ordinal)
            )
            {
                return cell;
            }
        }
        return table.Otherwise;
    }
}
