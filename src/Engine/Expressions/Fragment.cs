using System.Globalization;
using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Expressions;

/// <summary>How tightly a written calculation holds together; decides where brackets are needed.</summary>
internal enum Binding
{
    Sum = 1,
    Product = 2,
    Atom = 3,
}

/// <summary>A piece of written calculation.</summary>
internal readonly record struct Fragment(string Text, Binding Binding)
{
    internal static Fragment Atom(string text) => new(text, Binding.Atom);

    /// <summary>The text, in brackets where it would fall apart beside an operator that binds like <paramref name="around"/>.</summary>
    internal string Inside(Binding around) => Binding < around ? $"({Text})" : Text;

    /// <summary>A list as arguments of a named operation.</summary>
    internal static Fragment Call(string name, IEnumerable<Fragment> arguments) =>
        Atom($"{name}({string.Join("，", arguments.Select(argument => argument.Text))})");
}

/// <summary>How numbers are shown. Values are never changed by it.</summary>
internal static class Shown
{
    private const int Decimals = 4;

    internal static string Number(decimal value) =>
        Rounding.HalfUp(value, Decimals).ToString("0.####", CultureInfo.InvariantCulture);

    internal static string Value(Cell cell) =>
        cell.State switch
        {
            CellState.Present => Number(cell.Value),
            CellState.Missing => "缺少事实",
            _ => "无",
        };
}
