using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary>How tightly a written calculation holds together; decides where brackets are needed.</summary>
internal enum Binding
{
    /// <summary>Words, of which an operator next to them would take only the nearest.</summary>
    Words = 0,
    Sum = 1,
    Product = 2,
    Atom = 3,
}

/// <summary>A piece of written calculation.</summary>
internal readonly record struct Fragment(string Text, Binding Binding)
{
    internal static Fragment Atom(string text) => new(text, Binding.Atom);

    /// <summary>
    /// The text, in brackets where it would fall apart next to an operator that binds like <paramref name="around"/>.
    /// </summary>
    internal string Inside(Binding around) => Binding < around ? $"({Text})" : Text;

    /// <summary>A list as arguments of a named operation.</summary>
    internal static Fragment Call(string name, IEnumerable<Fragment> arguments) =>
        Atom($"{name}({string.Join("，", arguments.Select(argument => argument.Text))})");
}

/// <summary>How numbers are shown. Values are never changed by it.</summary>
internal static class NumberFormat
{
    /// <summary>As many decimals as people usually want to see.</summary>
    internal const int Decimals = 4;

    /// <summary>More than this nobody compares by eye.</summary>
    internal const int MostDecimals = 28;

    internal static string Number(Rational value) => value.ToString(Decimals);

    /// <summary>All decimals, of a number of which they end.</summary>
    internal static string Whole(Rational value) => value.ToString(value.Decimals ?? Decimals);

    internal static string Value(Cell cell, int decimals = Decimals) =>
        cell.State switch
        {
            CellState.Present => cell.Value.ToString(decimals),
            CellState.Missing => "缺少事实",
            _ => "无",
        };

    /// <summary>With as many decimals as it takes to compare to the other as the exact number does.</summary>
    internal static string ComparedTo(Rational value, Rational other)
    {
        for (var decimals = Decimals; decimals < MostDecimals; decimals++)
        {
            if (value.RoundHalfUp(decimals).CompareTo(other) == value.CompareTo(other))
            {
                return value.ToString(decimals);
            }
        }
        return value.ToString(MostDecimals);
    }
}
