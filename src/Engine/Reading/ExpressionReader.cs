using System.Collections.Frozen;
using Assessment.Engine.Expressions;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads calculations and binds their names. The operators are a closed set: whatever is not here is refused.</summary>
internal sealed class ExpressionReader
{
    private readonly FrozenDictionary<string, Construct> _constructs;

    internal ExpressionReader(ReadingState state, SheetScope scope)
    {
        (State, Scope) = (state, scope);
        Quantity = scope.Kind == ScopeKind.Payout ? Quantity.Yuan : Quantity.Points;
        _constructs = Constructs
            .All.Where(one => one.MayBeIn(scope.Kind))
            .ToFrozenDictionary(one => one.Key, StringComparer.Ordinal);
    }

    internal ReadingState State { get; }

    internal SheetScope Scope { get; }

    /// <summary>What the calculation that is being read comes to.</summary>
    internal Quantity Quantity { get; private set; }

    /// <summary>Names that lead back to the value that is being read, which therefore cannot use them.</summary>
    internal IReadOnlySet<string> Circular { get; set; } = FrozenSet<string>.Empty;

    /// <summary>The names of the sheet that the value which is being read may use.</summary>
    internal IEnumerable<string> Usable => Scope.Names.Keys.Where(name => !Circular.Contains(name));

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
            || YamlMap.From(node, State.Problems, "算法") is not { } map
        )
        {
            State.Problems.Add(node, "expression-expected", "此处应当是数字、名称或一种算法");
            return Nothing();
        }
        var found = map.Keys.Where(_constructs.ContainsKey).ToList();
        if (found.Count != 1)
        {
            ReportOperators(map, found);
            return Nothing();
        }
        var construct = _constructs[found[0]];
        var expression = construct.Read(new(this, map, found[0], points));
        if (expression is not null && !construct.SaysWhatIsAbsent)
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

        var absent = AbsentMeaning.Read(map, State);
        if (absent.Value is { } value)
        {
            Scope.Units.AddComparedTo(
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
            State.Problems.Add(
                map.Node,
                "operator-ambiguous",
                $"一处只能写一种算法，这里写了：{string.Join("、", found)}"
            );
        }
        else if (map.Keys.FirstOrDefault(Constructs.Keys.Contains) is { } elsewhere)
        {
            State.Problems.Add(
                map.KeyNode(elsewhere),
                "operator-not-here",
                $"“{elsewhere}”不能用在{PlaceTitle}的算法里"
            );
        }
        else
        {
            State.Problems.Add(
                map.Node,
                "operator-unknown",
                $"没有“{string.Join("、", map.Keys)}”这种算法{NearestName.Hint(map.Keys.FirstOrDefault() ?? "", _constructs.Keys)}"
            );
        }
    }

    private string PlaceTitle =>
        Scope.Kind switch
        {
            ScopeKind.Areas => "居民区",
            ScopeKind.Staff => "人员",
            _ => "发放",
        };

    // Used where a problem was reported; a scheme with problems is never evaluated.
    internal static Constant Nothing() => new(0m, "0", null);

    private Expression ReadScalar(YamlNode node, string text)
    {
        if (ReadingState.TryNumber(text, out var number))
        {
            return new Constant(number, text, null);
        }

        if (State.Parameters.ContainsKey(text))
        {
            return State.Constant(node, text);
        }

        if (Scope.Names.TryGetValue(text, out var named))
        {
            return new Reference(named.Column, text, named.Title);
        }

        if (Scope.Lines.ContainsKey(text))
        {
            return Reference.ToLine(text, this);
        }

        State.Problems.Add(
            node,
            "name-unknown",
            $"没有名为“{text}”的项目、指标或参数{NearestName.Hint(text, Usable.Concat(Scope.Lines.Keys).Concat(State.Parameters.Keys))}"
        );
        return Nothing();
    }

    /// <summary>What is read meanwhile comes to something else.</summary>
    internal T As<T>(Quantity quantity, Func<T> read)
    {
        var outer = Quantity;
        Quantity = quantity;
        var result = read();
        Quantity = outer;
        return result;
    }
}
