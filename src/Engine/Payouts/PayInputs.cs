using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Payouts;

/// <summary>What the pay rules of a scheme read, so that no more of a result than that needs to be passed on.</summary>
internal static class PayInputs
{
    /// <returns>In the order of the enumeration, each once; empty where the scheme pays nothing.</returns>
    internal static IReadOnlyList<SubjectInput> Of(PayoutRule? rule) =>
        rule is null
            ? []
            :
            [
                .. Of(rule.Table)
                    .Concat(rule.Pools.SelectMany(pool => Of(pool.Who)))
                    .Concat(rule.Pools.SelectMany(pool => Of(pool.Fund).Concat(Of(pool.Share))))
                    .Concat(rule.Amounts.SelectMany(one => Of(one.When).Concat(Of(one.Amount))))
                    .Distinct()
                    .Order(),
            ];

    /// <summary>附加项: the ids of the declared attributes that the pay rules read.</summary>
    internal static HashSet<string> AttributesOf(PayoutRule? rule) =>
        rule is null
            ? []
            :
            [
                .. rule
                    .Pools.Select(pool => pool.Who)
                    .OfType<Condition>()
                    .Concat(rule.Amounts.Select(one => one.When).OfType<Condition>())
                    .SelectMany(condition => condition.All())
                    .SelectMany(part =>
                        part.DeclaredAttributes.Concat(part.Expressions.SelectMany(Declared))
                    ),
                .. rule.Pools.SelectMany(pool => Declared(pool.Fund).Concat(Declared(pool.Share))),
                .. rule.Amounts.SelectMany(one => Declared(one.Amount)),
            ];

    private static IEnumerable<string> Declared(Expression expression) =>
        expression.All().SelectMany(part => part.DeclaredAttributes);

    /// <summary>A cell is found by the area's tier and the person's role.</summary>
    private static IEnumerable<SubjectInput> Of(PayoutTable? table)
    {
        if (table is null)
        {
            return [];
        }

        StaffCondition[] conditions = [.. table.Roles.SelectMany(role => role.Who)];
        return new (SubjectInput Input, bool IsRead)[]
        {
            (SubjectInput.AreaTier, true),
            (SubjectInput.Post, true),
            (SubjectInput.Presiding, conditions.Any(one => one.Presiding is not null)),
            (SubjectInput.OnSite, conditions.Any(one => one.OnSite is not null)),
        }
            .Where(one => one.IsRead)
            .Select(one => one.Input);
    }

    private static IEnumerable<SubjectInput> Of(Condition? condition) =>
        condition is null
            ? []
            : condition
                .All()
                .SelectMany(part => part.Inputs)
                .Concat(condition.Expressions.SelectMany(Of));

    private static IEnumerable<SubjectInput> Of(Expression expression) =>
        expression.All().SelectMany(part => part.Inputs);
}
