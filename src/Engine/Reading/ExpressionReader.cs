using System.Collections.Frozen;
using Assessment.Engine.Expressions;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads calculations and binds their names. The operators are a closed set: whatever is not here is refused.</summary>
internal sealed partial class ExpressionReader
{
    /// <summary>Operators that have a meaning for some subjects only.</summary>
    private static readonly FrozenSet<string> OfSomePlace = FrozenSet.ToFrozenSet(
        [
            "fact",
            "meanOf",
            "ballot",
            "rank",
            "events",
            "line",
            "ofArea",
            "lookup",
            "peersMean",
            "sumOver",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Operators that say themselves what is absent, and those that always have a value or try the next.</summary>
    private static readonly FrozenSet<string> WithOwnAbsent = FrozenSet.ToFrozenSet(
        ["fact", "meanOf", "ballot", "attribute", "peersMean", "events", "firstPresent"],
        StringComparer.Ordinal
    );

    private readonly ReadingState _state;
    private readonly SheetScope _scope;
    private readonly FrozenDictionary<
        string,
        Func<YamlMap, string, Constant?, Expression?>
    > _operators;

    /// <summary>What the calculation that is being read comes to.</summary>
    private Quantity _quantity;

    internal ExpressionReader(ReadingState state, SheetScope scope)
    {
        _state = state;
        _scope = scope;
        _quantity = scope.Kind == ScopeKind.Payout ? Quantity.Yuan : Quantity.Points;
        var operators = new Dictionary<string, Func<YamlMap, string, Constant?, Expression?>>(
            StringComparer.Ordinal
        )
        {
            ["attribute"] = (map, key, _) => ReadAttribute(map, key),
            ["sum"] = (map, key, _) => new Sum(ReadLike(map, key)),
            ["product"] = (map, key, _) =>
                new Product(LookupQuantities.InProduct(ReadFactors(map, key), _quantity)),
            ["difference"] = (map, key, _) => new Difference(ReadLike(map, key)),
            ["mean"] = (map, key, _) => ReadMean(map, key),
            ["min"] = (map, key, _) => new Extreme(ReadLike(map, key), largest: false),
            ["max"] = (map, key, _) => new Extreme(ReadLike(map, key), largest: true),
            ["firstPresent"] = (map, key, _) => new FirstPresent(ReadLike(map, key)),
            ["ratio"] = (map, key, _) => ReadRatio(map, key),
            ["weighted"] = (map, key, _) => ReadWeighted(map, key),
            ["scale"] = ReadScale,
            ["deduct"] = ReadDeduct,
            ["round"] = (map, key, _) => new Round(Read(map.Take(key)!), map.Decimals()),
            ["steps"] = (map, key, _) => ReadSteps(map, key),
        };
        if (scope.Kind != ScopeKind.Payout)
        {
            operators["fact"] = (map, key, _) => ReadFact(map, key);
            operators["meanOf"] = (map, key, _) => ReadSourcesMean(map, key);
            operators["ballot"] = (map, key, _) => ReadBallot(map, key);
            operators["rank"] = (map, key, _) => ReadRank(map, key);
            operators["events"] = (map, key, _) => ReadEvents(map, key);
        }
        if (scope.Kind == ScopeKind.Areas)
        {
            operators["line"] = (map, key, _) => ReadLine(map, key);
        }
        else
        {
            operators["ofArea"] = (map, key, _) => ReadOfArea(map, key);
            operators["lookup"] = (map, key, _) => ReadLookup(map, key);
        }
        if (scope.Kind == ScopeKind.Staff)
        {
            operators["peersMean"] = (map, key, _) => ReadPeersMean(map, key);
        }

        if (scope.Kind == ScopeKind.Payout)
        {
            operators["sumOver"] = (map, key, _) => new SumOver(Read(map.Take(key)!));
        }

        _operators = operators.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Names that lead back to the value that is being read, which therefore cannot use them.</summary>
    internal IReadOnlySet<string> Circular { get; set; } = FrozenSet<string>.Empty;

    private IEnumerable<string> Usable => _scope.Names.Keys.Where(name => !Circular.Contains(name));

    internal Expression Read(YamlMap map, string key) =>
        map.Require(key) is { } node ? Read(node) : Nothing();

    /// <summary>A calculation that comes to something else than points or, in the payout, yuan.</summary>
    internal Expression Read(YamlNode node, Constant? points, Quantity quantity) =>
        As(quantity, () => Read(node, points));

    /// <summary>A calculation that comes to nothing but a number.</summary>
    internal Expression ReadNumber(YamlMap map, string key) =>
        As(Quantity.Number, () => Read(map, key));

    /// <param name="points">Points (分值) of the item that the expression belongs to.</param>
    internal Expression Read(YamlNode node, Constant? points = null)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return ReadScalar(node, text);
        }

        if (
            node is not YamlMappingNode
            || YamlMap.From(node, _state.Problems, "算法") is not { } map
        )
        {
            _state.Problems.Add(node, "expression-expected", "此处应当是数字、名称或一种算法");
            return Nothing();
        }
        var found = map.Keys.Where(_operators.ContainsKey).ToList();
        if (found.Count != 1)
        {
            ReportOperators(map, found);
            return Nothing();
        }
        var expression = _operators[found[0]](map, found[0], points);
        if (expression is not null && !WithOwnAbsent.Contains(found[0]))
        {
            expression = ReadOtherwise(map, expression);
        }

        map.Close();
        return expression ?? Nothing();
    }

    /// <summary><c>absent</c> with an operator: what counts where the calculation has no value.</summary>
    private Expression ReadOtherwise(YamlMap map, Expression expression)
    {
        if (!map.Has("absent"))
        {
            return expression;
        }

        var absent = ReadAbsent(map);
        if (absent.Value is { } value)
        {
            _scope.Units.AddComparedTo(
                expression,
                new UnitRelations.Part(map.Take("absent")!, value)
            );
        }

        return new Otherwise(expression, absent);
    }

    private void ReportOperators(YamlMap map, List<string> found)
    {
        if (found.Count > 1)
        {
            _state.Problems.Add(
                map.Node,
                "operator-ambiguous",
                $"一处只能写一种算法，这里写了：{string.Join("、", found)}"
            );
        }
        else if (map.Keys.FirstOrDefault(OfSomePlace.Contains) is { } elsewhere)
        {
            _state.Problems.Add(
                map.KeyNode(elsewhere),
                "operator-not-here",
                $"“{elsewhere}”不能用在{PlaceTitle}的算法里"
            );
        }
        else
        {
            _state.Problems.Add(
                map.Node,
                "operator-unknown",
                $"没有“{string.Join("、", map.Keys)}”这种算法{NearestName.Hint(map.Keys.FirstOrDefault() ?? "", _operators.Keys)}"
            );
        }
    }

    private string PlaceTitle =>
        _scope.Kind switch
        {
            ScopeKind.Areas => "居民区",
            ScopeKind.Staff => "人员",
            _ => "发放",
        };

    // Used where a problem was reported; a scheme with problems is never evaluated.
    private static Constant Nothing() => new(0m, "0", null);

    private Expression ReadScalar(YamlNode node, string text)
    {
        if (ReadingState.TryNumber(text, out var number))
        {
            return new Constant(number, text, null);
        }

        if (_state.Parameters.ContainsKey(text))
        {
            return _state.Constant(node, text);
        }

        if (_scope.Names.TryGetValue(text, out var named))
        {
            return new Reference(named.Column, text, named.Title);
        }

        if (_scope.Lines.ContainsKey(text))
        {
            return LineReference(text);
        }

        _state.Problems.Add(
            node,
            "name-unknown",
            $"没有名为“{text}”的项目、指标或参数{NearestName.Hint(text, Usable.Concat(_scope.Lines.Keys).Concat(_state.Parameters.Keys))}"
        );
        return Nothing();
    }

    private IReadOnlyList<Expression> ReadList(YamlMap map, string key) =>
        [.. map.List(key).Select(node => Read(node))];

    /// <summary>A list of which all parts are in one unit.</summary>
    private IReadOnlyList<Expression> ReadLike(YamlMap map, string key)
    {
        var parts = map.List(key).Select(node => new UnitRelations.Part(node, Read(node))).ToList();
        _scope.Units.Add(parts);
        return [.. parts.Select(part => part.Of)];
    }

    private Mean ReadMean(YamlMap map, string key)
    {
        var mean = new Mean(ReadLike(map, key), _state.OptionalConstant(map, "whenAllAbsent"));
        if (map.Take("whenAllAbsent") is { } otherwise && mean.WhenAllAbsent is { } number)
        {
            _scope.Units.AddComparedTo(mean, new UnitRelations.Part(otherwise, number));
        }

        return mean;
    }

    /// <summary>What each of the factors is, the product as a whole has to say.</summary>
    private IReadOnlyList<Expression> ReadFactors(YamlMap map, string key) =>
        As(Quantity.Number, () => ReadList(map, key));

    private T As<T>(Quantity quantity, Func<T> read)
    {
        var outer = _quantity;
        _quantity = quantity;
        var result = read();
        _quantity = outer;
        return result;
    }

    private Ratio? ReadRatio(YamlMap map, string key)
    {
        var parts = ReadList(map, key);
        if (parts.Count == 2)
        {
            return new(parts[0], LookupQuantities.OnlyNumber(parts[1]));
        }

        _state.Problems.Add(
            map.Take(key)!,
            "two-parts-expected",
            "“ratio”应当恰好有两项：被除数、除数"
        );
        return null;
    }

    private Weighted ReadWeighted(YamlMap map, string key)
    {
        var terms = new List<(Constant Weight, Expression Of)>();
        var parts = new List<UnitRelations.Part>();
        foreach (var term in map.Maps(key))
        {
            terms.Add((_state.Constant(term, "weight"), Read(term, "of")));
            parts.Add(new(term.Take("of") ?? term.Node, terms[^1].Of));
            term.Close();
        }
        _scope.Units.Add(parts);
        if (Shares.NotWhole([.. terms.Select(term => term.Weight)]) is { } sum)
        {
            _state.Problems.Add(map.Take(key)!, "weights-not-whole", $"权重之和{sum}");
        }

        return new(terms);
    }

    private Scale? ReadScale(YamlMap map, string key, Constant? points)
    {
        var own = _state.OptionalConstant(map, "points") ?? points;
        var percent = Read(map.Take(key)!);
        _scope.Units.AddScaled(map.Take(key)!, percent);
        if (own is not null)
        {
            return new(own, percent);
        }

        _state.Problems.Add(
            map.Node,
            "points-missing",
            "“scale”须在有分值的项目里使用，或写明“points”"
        );
        return null;
    }

    private Deduct ReadDeduct(YamlMap map, string key, Constant? points)
    {
        var start = map.Require("from") is { } from ? Read(from, points) : Nothing();
        var count = LookupQuantities.OnlyNumber(Read(map.Take(key)!));
        var each = _state.Constant(map, "each");
        var floor = _state.Constant(map, "floor");
        _scope.Units.AddComparedTo(
            start,
            [new(map.Take("each") ?? map.Node, each), new(map.Take("floor") ?? map.Node, floor)]
        );
        return new(start, count, each, floor);
    }

    private RankBy? ReadRank(YamlMap map, string key)
    {
        var name = map.Text(key);
        if (_scope.Names.TryGetValue(name, out var named))
        {
            return new(named.Column, name, named.Title);
        }

        _state.Problems.Add(
            map.Take(key)!,
            "name-unknown",
            $"“rank”应当是项目或指标的名称，没有“{name}”{NearestName.Hint(name, Usable)}"
        );
        return null;
    }

    private Steps ReadSteps(YamlMap map, string key)
    {
        var steps = new List<(Constant UpTo, Constant Value)>();
        var limits = new List<UnitRelations.Part>();
        var given = new List<UnitRelations.Part>();
        foreach (var step in map.Maps("through"))
        {
            var upTo = _state.Constant(step, "to");
            limits.Add(new(step.Take("to") ?? step.Node, upTo));
            if (steps.Count > 0 && upTo.Value <= steps[^1].UpTo.Value)
            {
                _state.Problems.Add(step.Node, "steps-not-ascending", "各级的“to”应当从小到大");
            }

            steps.Add((upTo, _state.Constant(step, "value")));
            given.Add(new(step.Take("value") ?? step.Node, steps[^1].Value));
            step.Close();
        }
        var of = LookupQuantities.OnlyNumber(Read(map.Take(key)!));
        CheckReached(map, of, steps);
        var otherwise = _state.Constant(map, "otherwise");
        _scope.Units.AddComparedTo(of, limits);
        _scope.Units.Add([.. given, new(map.Take("otherwise") ?? map.Node, otherwise)]);
        return new(of, steps, otherwise);
    }

    /// <summary>Steps that no figure comes to: a fact has a range, and a rank begins with 1.</summary>
    private void CheckReached(
        YamlMap map,
        Expression of,
        List<(Constant UpTo, Constant Value)> steps
    )
    {
        var (least, most) = RangeOf(of);
        var written = map.Maps("through");
        // A step that could not be read is a problem of its own.
        if (steps.Count == 0 || steps.Exists(step => step.UpTo.Text.Length == 0))
        {
            return;
        }

        var problems = _state.Problems.Count;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].UpTo.Value < least)
            {
                _state.Problems.Add(
                    written[i].Node,
                    "unreachable",
                    $"用不到这一级：数值不会小于 {least:0.####}"
                );
            }
            else if (i > 0 && steps[i - 1].UpTo.Value >= most)
            {
                _state.Problems.Add(
                    written[i].Node,
                    "unreachable",
                    $"用不到这一级：前一级已到数值的上限 {most:0.####}"
                );
            }
        }
        if (
            problems == _state.Problems.Count
            && steps[^1].UpTo.Value >= most
            && map.Has("otherwise")
        )
        {
            _state.Problems.Add(
                map.Take("otherwise")!,
                "unreachable",
                $"用不到“otherwise”：最后一级已到数值的上限 {most:0.####}，可以把最后一级改写为“otherwise”"
            );
        }
    }

    private (decimal? Least, decimal? Most) RangeOf(Expression of) =>
        of switch
        {
            RankBy => (1m, null),
            FactReading { Figure: not FactFigure.Value } => (0m, null),
            IReadsFact fact => (
                _state.Facts[fact.Item].Range?.Least,
                _state.Facts[fact.Item].Range?.Most
            ),
            _ => (null, null),
        };

    private EventPoints ReadEvents(YamlMap map, string key)
    {
        var rules = _state.EventRules(map, key);
        foreach (var node in map.List(key).Zip(rules).Where(pair => pair.Second.Mark is not null))
        {
            _state.Problems.Add(
                node.First,
                "event-has-no-points",
                $"“{node.Second.Id}”没有分值，不能用在“events”里"
            );
        }

        var cap = _state.OptionalConstant(map, "cap");
        if (cap is not null)
        {
            _scope.Units.Add(Unit.Points, new UnitRelations.Part(map.Take("cap")!, cap));
        }

        return new(rules, cap);
    }
}
