using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fractions;

namespace Assessment.Engine.Properties;

/// <summary>
/// A line of an explanation, read as a reader with a pocket calculator does, who has nothing but the line: each part
/// with a sign of relation is recalculated from the printed numbers.
/// </summary>
internal sealed partial class PrintedLine(string line)
{
    private const int FenOfAYuan = 100;
    private const string Floor = "（不低于 ";

    /// <summary>The result of the part before, which 去尾 speaks of.</summary>
    private Fraction _before;

    internal bool Holds() => Clauses().All(Holds);

    /// <summary>The parts between commas, but not those between the brackets of 取大 and 取小.</summary>
    private IEnumerable<string> Clauses()
    {
        var depth = 0;
        var start = 0;
        var plain = WithoutRemarks();
        for (var i = 0; i < plain.Length; i++)
        {
            depth += plain[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0 && plain[i] is '，' or '；')
            {
                yield return plain[start..i];
                start = i + 1;
            }
        }
        yield return plain[start..];
    }

    /// <summary>
    /// Everything in full-width brackets is a remark; only 不低于 is part of the calculation.
    /// </summary>
    private string WithoutRemarks()
    {
        var plain = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (depth > 0 || line[i] == '（' && !IsFloor(i))
            {
                depth += line[i] switch
                {
                    '（' => 1,
                    '）' => -1,
                    _ => 0,
                };
            }
            else
            {
                plain.Append(line[i]);
            }
        }
        return depth == 0 ? plain.ToString() : throw new FormatException($"“{line}” is not closed");
    }

    private bool IsFloor(int at) => string.CompareOrdinal(line, at, Floor, 0, Floor.Length) == 0;

    /// <summary>The last printed result of the line; null where it ends in words, or compares.</summary>
    internal Fraction? Result()
    {
        var last = Clauses().Last();
        if (Relation().Matches(last).Any(sign => sign.Value is not (" = " or " ≈ ")))
        {
            return null;
        }

        var side = Relation().Split(last.Split(" → ")[^1])[^1].Trim();
        return PlainNumber().IsMatch(side) ? Number(side) : null;
    }

    private bool Holds(string clause)
    {
        var relations = Relation().Matches(clause);
        if (relations.Count == 0)
        {
            return true;
        }

        if (CutToFen().Match(clause) is { Success: true } cut)
        {
            var fen = Fraction.Round(_before * FenOfAYuan, 0, MidpointRounding.ToZero);
            return (fen + (cut.Groups["more"].Success ? 1 : 0)) / FenOfAYuan
                == Number(cut.Groups["yuan"].Value);
        }
        // What follows from it is words.
        var sides = Relation().Split(clause.Split(" → ")[0]);
        var values = sides
            .Select(side => new Calculation(Words().Replace(side, "").Trim()).Value())
            .ToList();
        _before = values[^1];
        return relations
            .Select((sign, i) => Holds(values[i], sign.Value.Trim(), values[i + 1], sides[i + 1]))
            .All(holds => holds);
    }

    private static bool Holds(Fraction left, string sign, Fraction right, string written) =>
        sign switch
        {
            "=" => left == right,
            "≈" => Fraction.Round(left, DecimalsOf(written), MidpointRounding.AwayFromZero)
                == right,
            "<" => left < right,
            "≤" => left <= right,
            ">" => left > right,
            _ => left >= right,
        };

    private static int DecimalsOf(string number) =>
        number.Contains('.') ? number.Trim().Length - number.Trim().IndexOf('.') - 1 : 0;

    private static Fraction Number(string text) =>
        text.EndsWith('%')
            ? Number(text[..^1]) / 100
            : Fraction.FromString(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(" (?:=|≈|<|>|≤|≥) ")]
    private static partial Regex Relation();

    [GeneratedRegex(@"^去尾(?<more>后再加 0\.01)? = (?<yuan>[\d.]+)$")]
    private static partial Regex CutToFen();

    [GeneratedRegex(@"^-?\d+(\.\d+)?%?$")]
    private static partial Regex PlainNumber();

    /// <summary>Words before a number: what a finding is about, what was raised, whose mean it is, that it is the total.</summary>
    [GeneratedRegex("^[^：]*：|(?:提高到|本居民区同类人员|总分|原列)[^ ]* ")]
    private static partial Regex Words();

    /// <summary>+ − × ÷, brackets, 取大, 取小, 中位数, percentages, and 不低于, which holds for the sum before it.</summary>
    private sealed partial class Calculation(string text)
    {
        private int _at;

        internal Fraction Value()
        {
            var value = Sum();
            return _at == text.Length ? value : throw Unreadable();
        }

        private Fraction Sum()
        {
            var value = Floored(Product());
            while (true)
            {
                if (Takes(" + "))
                {
                    value = Floored(value + Product());
                }
                else if (Takes(" − "))
                {
                    value = Floored(value - Product());
                }
                else
                {
                    return value;
                }
            }
        }

        private Fraction Floored(Fraction value)
        {
            if (!Takes(Floor))
            {
                return value;
            }

            var floor = Read();
            return Takes("）") ? (value > floor ? value : floor) : throw Unreadable();
        }

        private Fraction Product()
        {
            var value = Factor();
            while (true)
            {
                if (Takes(" × "))
                {
                    value *= Factor();
                }
                else if (Takes(" ÷ "))
                {
                    value /= Factor();
                }
                else
                {
                    return value;
                }
            }
        }

        private Fraction Factor()
        {
            if (Takes("("))
            {
                return Closed(Sum());
            }

            if (Takes("取小("))
            {
                return Extreme((a, b) => a < b ? a : b);
            }

            if (Takes("中位数("))
            {
                return Median();
            }

            return Takes("取大(") ? Extreme((a, b) => a > b ? a : b) : Read();
        }

        private Fraction Median()
        {
            var values = new List<Fraction> { Sum() };
            while (Takes("，"))
            {
                values.Add(Sum());
            }

            values.Sort();
            var upper = values.Count / 2;
            return Closed(
                values.Count % 2 == 1 ? values[upper] : (values[upper - 1] + values[upper]) / 2
            );
        }

        private Fraction Extreme(Func<Fraction, Fraction, Fraction> better)
        {
            var value = Sum();
            while (Takes("，"))
            {
                value = better(value, Sum());
            }

            return Closed(value);
        }

        private Fraction Closed(Fraction value) => Takes(")") ? value : throw Unreadable();

        private Fraction Read()
        {
            var number = Digits().Match(text, _at);
            if (!number.Success)
            {
                throw Unreadable();
            }

            _at += number.Length;
            return Number(number.Value);
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

        private FormatException Unreadable() => new($"“{text}” cannot be read at “{text[_at..]}”");

        [GeneratedRegex(@"\G-?\d+(\.\d+)?%?")]
        private static partial Regex Digits();
    }
}
