using System.Globalization;

namespace Assessment.Engine.Tests;

/// <summary>Calculates a written calculation again, as a reader with a pocket calculator would.</summary>
internal sealed class Arithmetic
{
    private readonly string _text;
    private int _at;

    private Arithmetic(string text) => _text = text.Replace(" ", "", StringComparison.Ordinal);

    internal static decimal Value(string text)
    {
        // Text in full-width brackets is a remark.
        var plain = string.Concat(
            text.Split('（')
                .Select(
                    (part, i) =>
                        i == 0 ? part : part[(part.IndexOf('）', StringComparison.Ordinal) + 1)..]
                )
        );
        var calculator = new Arithmetic(plain);
        var value = calculator.Sum();
        return calculator._at == calculator._text.Length
            ? value
            : throw new FormatException($"{text} at {calculator._at}");
    }

    private bool Take(string token)
    {
        if (!_text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private decimal Sum()
    {
        var value = Product();
        while (true)
        {
            if (Take("+"))
            {
                value += Product();
            }
            else if (Take("−"))
            {
                value -= Product();
            }
            else
            {
                return value;
            }
        }
    }

    private decimal Product()
    {
        var value = Atom();
        while (true)
        {
            if (Take("×"))
            {
                value *= Atom();
            }
            else if (Take("÷"))
            {
                value /= Atom();
            }
            else
            {
                return value;
            }
        }
    }

    private decimal Atom()
    {
        if (Take("取小("))
        {
            var smallest = Sum();
            while (Take("，"))
            {
                smallest = Math.Min(smallest, Sum());
            }

            Assert.True(Take(")"));
            return smallest;
        }
        if (Take("("))
        {
            var inner = Sum();
            Assert.True(Take(")"));
            return inner;
        }
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] is '.' or '-'))
        {
            _at++;
        }

        var number = decimal.Parse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
        return Take("%") ? number / 100m : number;
    }
}
