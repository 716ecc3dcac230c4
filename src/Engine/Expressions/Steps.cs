using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>steps</c>: a value by the first step that the figure does not exceed.</summary>
internal sealed class Steps(
    Expression of,
    IReadOnlyList<(Constant UpTo, Constant Value)> steps,
    Constant otherwise
)
    : Operator([of, .. steps.SelectMany(step => new[] { step.UpTo, step.Value }), otherwise]),
        IConstruct
{
    public static string Keyword => "steps";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written)
    {
        var map = written.Map;
        var steps = new List<(Constant UpTo, Constant Value)>();
        var limits = new List<UnitRelations.Part>();
        var given = new List<UnitRelations.Part>();
        foreach (var step in map.Maps("through"))
        {
            var upTo = written.State.Constant(step, "to");
            limits.Add(new(step.Take("to") ?? step.Node, upTo));
            if (steps.Count > 0 && upTo.Value <= steps[^1].UpTo.Value)
            {
                written.Report(step.Node, "steps-not-ascending", "各级的“to”应当从小到大");
            }

            steps.Add((upTo, written.State.Constant(step, "value")));
            given.Add(new(step.Take("value") ?? step.Node, steps[^1].Value));
            step.Close();
        }
        var of = LookupQuantities.OnlyNumber(written.Operand());
        CheckReached(written, of, steps);
        var otherwise = written.State.Constant(map, "otherwise");
        written.Scope.Units.AddComparedTo(of, limits);
        written.Scope.Units.Add([.. given, new(map.Take("otherwise") ?? map.Node, otherwise)]);
        return new Steps(of, steps, otherwise);
    }

    /// <summary>Steps that no figure comes to: a fact has a range, and a rank begins with 1.</summary>
    private static void CheckReached(
        WrittenOperator written,
        Expression of,
        List<(Constant UpTo, Constant Value)> steps
    )
    {
        var (least, most) = of.RangeBy(written.State.Facts);
        var map = written.Map;
        var through = map.Maps("through");
        // A step that could not be read is a problem of its own.
        if (steps.Count == 0 || steps.Exists(step => step.UpTo.Text.Length == 0))
        {
            return;
        }

        var problems = written.State.Problems.Count;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].UpTo.Value < least)
            {
                written.Report(
                    through[i].Node,
                    "unreachable",
                    $"用不到这一级：数值不会小于 {least:0.####}"
                );
            }
            else if (i > 0 && steps[i - 1].UpTo.Value >= most)
            {
                written.Report(
                    through[i].Node,
                    "unreachable",
                    $"用不到这一级：前一级已到数值的上限 {most:0.####}"
                );
            }
        }
        if (
            problems == written.State.Problems.Count
            && steps[^1].UpTo.Value >= most
            && map.Has("otherwise")
        )
        {
            written.Report(
                map.Take("otherwise")!,
                "unreachable",
                $"用不到“otherwise”：最后一级已到数值的上限 {most:0.####}，可以把最后一级改写为“otherwise”"
            );
        }
    }

    internal override Cell Evaluate(SubjectView at)
    {
        var cell = of.Evaluate(at);
        return cell.IsPresent ? Cell.Of(Chosen(cell.Value).Number) : cell;
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return new(
                $"{of.Write(null).Text}：{Ranges()}，其余得 {otherwise.Text}",
                Binding.Words
            );
        }

        var cell = of.Evaluate(view);
        if (!cell.IsPresent)
        {
            return Fragment.Atom(NumberFormat.Value(cell));
        }

        var given = Chosen(cell.Value).Text;
        return Fragment.Atom(
            view.IsPartOfEquation
                ? $"{given}（{(of as RankBy)?.Placed(view) ?? of.Write(at).Text}）"
                : $"{Figure(view, cell.Value)} → {given}"
        );
    }

    internal override Calculation Calculate(SubjectView at) =>
        new(Operation.Steps, Evaluate(at).Value, [.. CalculateParts(at)]);

    /// <summary>What each step takes, by the limits of the rule: everything that is not more, and more than the step before.</summary>
    private string Ranges()
    {
        var isRank = of is RankBy && steps.All(step => step.UpTo.Number.Decimals == 0);
        var texts = new List<string>();
        Constant? before = null;
        foreach (var (upTo, value) in steps)
        {
            texts.Add($"{(isRank ? Ranks(before, upTo) : Range(before, upTo))}得 {value.Text}");
            before = upTo;
        }
        return string.Join("，", texts);
    }

    private static string Range(Constant? before, Constant upTo) =>
        before is null ? $"不超过 {upTo.Text} 的" : $"超过 {before.Text}、不超过 {upTo.Text} 的";

    /// <summary>Only ranks have a next one, which can be named.</summary>
    private static string Ranks(Constant? before, Constant upTo)
    {
        var from = (before?.Number ?? Rational.Zero) + 1;
        return from == upTo.Number
            ? $"第 {upTo.Text} 名"
            : $"第 {NumberFormat.Number(from)}–{upTo.Text} 名";
    }

    /// <summary>The figure with so many decimals that what is printed is in the same step as what is not.</summary>
    private string Figure(SubjectView at, Rational exact)
    {
        var decimals = NumberFormat.Decimals;
        while (
            decimals < NumberFormat.MostDecimals
            && !ReferenceEquals(Chosen(exact.RoundHalfUp(decimals)), Chosen(exact))
        )
        {
            decimals++;
        }

        return of is RankBy ? of.Write(at).Text : Equation.Of(of, at, least: decimals).Text;
    }

    private Constant Chosen(Rational figure)
    {
        foreach (var (upTo, value) in steps)
        {
            if (figure <= upTo.Number)
            {
                return value;
            }
        }
        return otherwise;
    }

    internal override string Line(SubjectView at) => Write(at).Text;

    internal override Unit UnitBy(UnitsOfValues units) =>
        units.Common(steps.Select(step => step.Value).Append(otherwise));

    // The results of steps are not distinguished by quantity.
    internal override bool Carries(string unit) => true;

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
