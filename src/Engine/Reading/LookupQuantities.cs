using Assessment.Engine.Expressions;

namespace Assessment.Engine.Reading;

/// <summary>
/// Says of the numbers in <c>lookup</c> what they are. A file has only the numbers; what they are follows from the unit of
/// the parameters, or else from what is calculated and what the numbers are multiplied by.
/// </summary>
internal static class LookupQuantities
{
    /// <summary>What the parameters say; null where they say nothing or do not agree.</summary>
    internal static Quantity? Declared(IReadOnlyList<(string Name, Constant Value)> values)
    {
        var units = values.Select(one => one.Value.Parameter?.Unit).Distinct().Take(2).ToList();
        return units is [{ } unit] ? Quantity.Of(unit) : null;
    }

    /// <summary>The factors of a product, in which a table of numbers is 系数 where another factor has the unit.</summary>
    /// <param name="product">What the product as a whole is.</param>
    internal static IReadOnlyList<Expression> InProduct(
        IReadOnlyList<Expression> factors,
        Quantity product
    )
    {
        if (!factors.Any(IsOpen))
        {
            return factors;
        }

        var isCarried = product.Unit is null || factors.Any(factor => factor.Carries(product.Unit));
        // Of two tables, one is what the other is multiplied by; which one nobody has said.
        var quantity =
            isCarried ? Quantity.Factor
            : factors.Count(IsOpen) == 1 ? product
            : Quantity.Number;
        return [.. factors.Select(factor => As(factor, quantity))];
    }

    /// <summary>The same calculation, of which a table of numbers is only that.</summary>
    internal static Expression OnlyNumber(Expression expression) => As(expression, Quantity.Number);

    /// <summary>The same expression; a table of numbers that nothing has been said of is now the given quantity.</summary>
    private static Expression As(Expression expression, Quantity quantity) =>
        expression switch
        {
            Lookup { IsDeclared: false } lookup => lookup.As(quantity),
            Otherwise { Of: Lookup { IsDeclared: false } lookup } otherwise => new Otherwise(
                lookup.As(quantity),
                otherwise.WhenAbsent
            ),
            _ => expression,
        };

    private static bool IsOpen(Expression expression) =>
        expression
            is Lookup { IsDeclared: false }
                or Otherwise { Of: Lookup { IsDeclared: false } };
}
