using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>payout</c>: who gets how much.</summary>
internal sealed class PayoutReader
{
    private readonly ReadingState _state;
    private readonly SheetScope _scope;
    private readonly ExpressionReader _expressions;
    private readonly ConditionReader _conditions;

    /// <summary>The conditions of pools and amounts so far: who fits is taken, null is everybody.</summary>
    private readonly List<Condition?> _taken = [];

    /// <param name="scope">What is published: grades, bands and the areas' grades and tiers.</param>
    internal PayoutReader(ReadingState state, SheetScope scope)
    {
        _state = state;
        _scope = scope;
        _expressions = new(state, scope);
        _conditions = new(state, scope, _expressions);
    }

    internal PayoutRule? Read(YamlMap root)
    {
        if (root.OptionalMap("payout") is not { } map)
        {
            return null;
        }

        var ids = new WrittenOnce(_state, "编号");
        var rule = new PayoutRule(
            map.Has("roles") || map.Has("table")
                ? new PayoutTableReader(_state, _scope.Areas?.Tiers ?? []).Read(map)
                : null,
            ReadPools(map, ids),
            ReadAmounts(map, ids)
        );
        if (rule is { Table: null, Amounts.Count: 0, Pools.Count: 0 })
        {
            _state.Problems.Add(
                map.Node,
                "payout-empty",
                "“payout”须写明“table”、“pools”或“amounts”"
            );
        }

        if (rule is { Table: not null, Amounts.Count: > 0 })
        {
            _state.Problems.Add(
                map.Take("amounts")!,
                "unreachable",
                "“table”已包括所有人，“amounts”不会用到"
            );
        }

        map.Close();
        _scope.Units.Check(new([], _scope.Areas?.Values), _state.Problems);
        return rule;
    }

    private List<PayoutPool> ReadPools(YamlMap map, WrittenOnce ids)
    {
        var pools = new List<PayoutPool>();
        foreach (var written in map.OptionalMaps("pools"))
        {
            var pool = ReadPool(written, ids);
            new LookupNames(_state, _scope, pool.Who, _taken).Check();
            _taken.Add(pool.Who);
            pools.Add(pool);
        }
        return pools;
    }

    private PayoutPool ReadPool(YamlMap map, WrittenOnce ids)
    {
        var id = map.Text("id");
        ids.Check(map, id);
        var pool = new PayoutPool(
            id,
            map.Text("title"),
            _conditions.Required(map, "who", PlacingStage.Tiers),
            _expressions.Read(map, "fund"),
            _expressions.ReadNumber(map, "share"),
            _state.Citation(map, id)
        );
        if (LeftPosts.AreNone(pool.Who, [], _state))
        {
            _state.Problems.Add(
                map.Node,
                "unreachable",
                $"没有人会从“{pool.Title}”里得到金额：没有职务符合“who”"
            );
        }

        WhoReader.CheckDecided(map, pool.Who, _state);
        map.Close();
        return pool;
    }

    private List<PayoutAmount> ReadAmounts(YamlMap map, WrittenOnce ids)
    {
        var amounts = new List<PayoutAmount>();
        var conditions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var written in map.OptionalMaps("amounts"))
        {
            var id = written.Text("id");
            ids.Check(written, id);
            if (amounts.Count > 0 && amounts[^1].When is null)
            {
                _state.Problems.Add(
                    written.Node,
                    "unreachable",
                    $"前面的“{amounts[^1].Title}”没有条件，已包括其余所有人"
                );
            }

            var amount = new PayoutAmount(
                id,
                written.Text("title"),
                _conditions.Optional(written, "when", PlacingStage.Tiers),
                _expressions.Read(written, "amount"),
                _state.Citation(written, id)
            );
            if (amount.Amount.All().OfType<SumOver>().Any())
            {
                _state.Problems.Add(
                    written.Take("amount")!,
                    "sum-over-not-here",
                    "“sumOver”只能用在“pools”的“fund”里"
                );
            }

            CheckReached(written, amount, amounts, conditions);
            new LookupNames(_state, _scope, amount.When, _taken).Check();
            _taken.Add(amount.When);
            amounts.Add(amount);
            written.Close();
        }
        return amounts;
    }

    /// <param name="conditions">The conditions so far as they are written, with the amounts' titles.</param>
    private void CheckReached(
        YamlMap written,
        PayoutAmount amount,
        List<PayoutAmount> earlier,
        Dictionary<string, string> conditions
    )
    {
        if (written.Take("when") is not { } when || amount.When is null)
        {
            return;
        }

        var condition = CanonicalForm.Of(when);
        if (conditions.TryGetValue(condition, out var same))
        {
            _state.Problems.Add(
                when,
                "unreachable",
                $"没有人会按“{amount.Title}”发放：条件与前面的“{same}”相同"
            );
        }
        else if (
            earlier.TrueForAll(one => one.When is not null)
            && LeftPosts.AreNone(amount.When, earlier.Select(one => one.When), _state)
        )
        {
            _state.Problems.Add(
                when,
                "unreachable",
                $"没有人会按“{amount.Title}”发放：符合“when”的职务都已在前面的标准里，或没有职务符合"
            );
        }

        conditions.TryAdd(condition, amount.Title);
    }
}
