using System.Text.RegularExpressions;

namespace Assessment.Engine.Sources;

/// <summary>
/// Which clauses are open while a document is read line by line: 附件1, 一、, （一）, 1., （1）, and the numbered rows of
/// a table (第1项). A number closes what is open of its own kind and of the kinds below.
/// </summary>
internal sealed partial class ClausePath
{
    private const int Limit = 1000;
    private const char Cell = '|';

    private enum Kind
    {
        Annex,
        Chapter,
        Section,
        Number,
        Point,
        Row,
    }

    private readonly SortedList<Kind, string> _open = [];

    /// <summary>The open clauses, each with those that contain it, the outermost first.</summary>
    internal IEnumerable<string> Names
    {
        get
        {
            var name = "";
            foreach (var part in _open.Values)
            {
                yield return name += part;
            }
        }
    }

    internal void Follow(string line)
    {
        var text = line.TrimStart();
        if (text.StartsWith(Cell))
        {
            FollowRow(text);
        }
        else
        {
            FollowText(text);
        }
    }

    /// <summary>A row without a number belongs to the numbered row above it, unless it is the head of a table.</summary>
    private void FollowRow(string row)
    {
        var first = row.Split(Cell)[1].Trim();
        if (int.TryParse(first, out var number))
        {
            Open(Kind.Row, $"第{number}项");
        }
        else if (first.Length > 0)
        {
            CloseFrom(Kind.Row);
        }
    }

    private void FollowText(string line)
    {
        CloseFrom(Kind.Row);
        var isHeading = line.StartsWith('#');
        var text = Ornament().Replace(line, "");
        if (Annex().Match(text) is { Success: true } annex)
        {
            // "附件1：…" in running text names an annex and does not begin it.
            if (isHeading || annex.Groups["title"].Length == 0)
            {
                Open(Kind.Annex, $"附件{annex.Groups["number"].Value}");
            }
        }
        else if (isHeading && Closing().Match(text) is { Success: true } closing)
        {
            Open(Kind.Chapter, closing.Groups["name"].Value);
        }
        else if (Numbered().Match(text) is { Success: true } match)
        {
            if (match.Groups["chapter"] is { Success: true } chapter)
            {
                Open(Kind.Chapter, chapter.Value);
            }
            else if (match.Groups["section"] is { Success: true } section)
            {
                Open(Kind.Section, $"（{section.Value}）");
            }
            else if (match.Groups["number"] is { Success: true } number)
            {
                Open(Kind.Number, number.Value);
            }
            else
            {
                Open(Kind.Point, $"（{match.Groups["point"].Value}）");
            }
        }
    }

    private void Open(Kind kind, string part)
    {
        CloseFrom(kind);
        _open[kind] = part;
    }

    private void CloseFrom(Kind kind)
    {
        while (_open.Count > 0 && _open.Keys[^1] >= kind)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>Marks of headings, lists and quotations, and what a copy from the web leaves in front of a number.</summary>
    [GeneratedRegex(@"^[\s#>*?？-]+", RegexOptions.None, Limit)]
    private static partial Regex Ornament();

    [GeneratedRegex(
        @"^附[件表]\s*(?<number>\d+)\s*[:：]?\s*(?<title>.*?)\s*$",
        RegexOptions.ExplicitCapture,
        Limit
    )]
    private static partial Regex Annex();

    /// <summary>The chapter at the end that has a name instead of a number.</summary>
    [GeneratedRegex(@"^(?<name>总结|總結|附则|附則)\s*$", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex Closing();

    // Copies lose the first bracket of "（1）" now and then; "1.5" is a number and no clause.
    [GeneratedRegex(
        @"^((?<chapter>[一二三四五六七八九十]+)、|[(（](?<section>[一二三四五六七八九十]+)[)）]|(?<number>\d+)(\\?[.．](?!\d)|、)|[(（]?(?<point>\d+)[)）])",
        RegexOptions.ExplicitCapture,
        Limit
    )]
    private static partial Regex Numbered();
}
