using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Results;

namespace Assessment.Engine.Evaluation;

/// <summary>
/// 分值: an item gives neither more than its points nor less than 0, but for the bonus and deduction that it contains.
/// Where a calculation leaves them, the number stays and a finding says so.
/// </summary>
/// <param name="Item">An item with points.</param>
/// <param name="Plus">The points of events that it contains: they may come on top of its points.</param>
/// <param name="Minus">The deductions that it contains: they may take it below 0.</param>
internal sealed record ItemBounds(
    NamedValue Item,
    Rational Points,
    IReadOnlyList<Expression> Plus,
    IReadOnlyList<Expression> Minus
)
{
    internal const string OutOfRange = "item.outOfRange";

    internal static void Add(ScoreSheet sheet, SubjectView at, List<Finding> findings)
    {
        foreach (var bounds in sheet.ItemBounds)
        {
            if (
                at.Value(bounds.Item.Index) is { IsPresent: true } cell
                && (cell.Value.Sign < 0 || cell.Value > bounds.Points)
            )
            {
                bounds.Look(cell.Value, at, findings);
            }
        }
    }

    /// <summary>Of the items of a sheet; what they contain is worked out once.</summary>
    internal static IReadOnlyList<ItemBounds> Of(ScoreSheet sheet) =>
        [
            .. sheet
                .Values.Where(value => value is { Kind: NamedValueKind.Item, Points: not null })
                .Select(item => Of(item, sheet)),
        ];

    private static ItemBounds Of(NamedValue item, ScoreSheet sheet)
    {
        var (plus, minus) = (new List<Expression>(), new List<Expression>());
        var seen = new HashSet<int>();
        Collect(item.Expression);
        return new(item, item.Points!.Value, plus, minus);

        void Collect(Expression expression)
        {
            foreach (var part in expression.All())
            {
                if (part is EventPoints)
                {
                    plus.Add(part);
                }

                foreach (var column in part is Reference ? part.Columns : [])
                {
                    if (!seen.Add(column))
                    {
                        continue;
                    }

                    var value = sheet.Values[column];
                    if (!ReferenceEquals(value, sheet.Deduction))
                    {
                        Collect(value.Expression);
                    }
                    else
                    {
                        minus.Add(part);
                    }
                }
            }
        }
    }

    private void Look(Rational value, SubjectView at, List<Finding> findings)
    {
        var most = Sum(Plus, at, Points);
        var least = -Sum(Minus, at, Rational.Zero);
        if (value >= least && value <= most)
        {
            return;
        }

        findings.Add(
            new(
                OutOfRange,
                at.Self.Id,
                Item.Id,
                value < least
                    ? $"“{Item.Title}”得 {NumberFormat.ComparedTo(value, least)} 分，低于 {NumberFormat.Number(least)} 分"
                    : $"“{Item.Title}”得 {NumberFormat.ComparedTo(value, most)} 分，超过分值 {NumberFormat.Number(most)} 分"
            )
        );
    }

    private static Rational Sum(IReadOnlyList<Expression> parts, SubjectView at, Rational sum)
    {
        foreach (var part in parts)
        {
            sum += part.Evaluate(at).Value;
        }

        return sum;
    }
}
