using System.Globalization;
using System.Text.RegularExpressions;

namespace Assessment.Engine.Properties;

/// <summary>
/// Calculates a calculation as an explanation writes it: + − × ÷, brackets, 取小(…，…), 取大(…，…), percentages, notes in
/// full-width brackets, and 不低于, which holds for the sum before it.
/// </summary>
/// <param name="known">What a number in it means; throws where it means nothing.</param>
internal sealed partial class WrittenArithmetic(
    string text,
    Func<decimal, Interval> known,
    Func<string, decimal, Interval> peersMean
)
{
    private int _at;

    internal Interval Value()
    {
        var value = Sum(out _);
        if (_at < text.Length)
        {
            throw Unreadable("the end");
        }

        return value;
    }

    private Interval Sum(out int terms)
    {
        terms = 1;
        var value = Floored(Product());
        while (true)
        {
            if (Takes(" + "))
            {
                value += Product();
            }
            else if (Takes(" − "))
            {
                value -= Product();
            }
            else
            {
                return value;
            }

            terms++;
            value = Floored(value);
        }
    }

    private Interval Floored(Interval value)
    {
        if (FloorNote().Match(text, _at) is not { Success: true } note)
        {
            return value;
        }

        _at += note.Length;
        return value.AtLeast(Parsed(note.Groups["floor"].Value));
    }

    private Interval Product()
    {
        var value = Factor(out var terms);
        while (true)
        {
            if (Takes(" × "))
            {
                value *= Factor(out terms);
            }
            else if (Takes(" ÷ "))
            {
                value /= Divisor(terms);
            }
            else
            {
                return value;
            }
        }
    }

    /// <summary>A mean is divided by how many there are, which nothing else in the explanation says.</summary>
    private Interval Divisor(int terms) =>
        Number().Match(text, _at) is { Success: true } number
        && terms > 1
        && number.Value == terms.ToString(CultureInfo.InvariantCulture)
            ? Taken(number, Interval.Exactly(terms))
            : Factor(out _);

    private Interval Factor(out int terms)
    {
        terms = 1;
        if (Takes("("))
        {
            return Closed(Sum(out terms));
        }

        if (Takes("取小("))
        {
            return Extreme(Interval.Smallest);
        }

        if (Takes("取大("))
        {
            return Extreme(Interval.Largest);
        }

        if (PeersMean().Match(text, _at) is { Success: true } peers)
        {
            return Taken(
                peers,
                peersMean(peers.Groups["what"].Value, Parsed(peers.Groups["mean"].Value))
            );
        }

        if (Number().Match(text, _at) is not { Success: true } number)
        {
            throw Unreadable("a number");
        }

        var value = number.Value.EndsWith('%')
            ? Parsed(number.Value[..^1]) / 100m
            : Parsed(number.Value);
        _at += number.Length;
        if (Note().Match(text, _at) is { Success: true } note)
        {
            _at += note.Length;
        }

        return known(value);
    }

    private Interval Extreme(Func<Interval, Interval, Interval> better)
    {
        var value = Sum(out _);
        while (Takes("，"))
        {
            value = better(value, Sum(out _));
        }

        return Closed(value);
    }

    private Interval Closed(Interval value) => Takes(")") ? value : throw Unreadable("a bracket");

    private Interval Taken(Match match, Interval value)
    {
        _at += match.Length;
        return value;
    }

    private bool Takes(string part)
    {
        if (string.CompareOrdinal(text, _at, part, 0, part.Length) != 0)
        {
            return false;
        }

        _at += part.Length;
        return true;
    }

    private FormatException Unreadable(string expected) =>
        new($"“{text}”: {expected} expected at “{text[_at..]}”");

    internal static decimal Parsed(string number) =>
        decimal.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\G-?\d+(\.\d+)?%?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G（不低于 (?<floor>-?[\d.]+)）")]
    private static partial Regex FloorNote();

    [GeneratedRegex(@"\G（(?!不低于)[^）]*）")]
    private static partial Regex Note();

    [GeneratedRegex(@"\G本居民区同类人员(?<what>.+?)平均 (?<mean>-?[\d.]+)")]
    private static partial Regex PeersMean();
}
