using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Sources;

/// <summary>引文核对: whether the words that a scheme quotes are in its source, within the clause that it names.</summary>
public static class SourceCheck
{
    /// <summary>So many letters at least must agree before a quotation counts as begun right.</summary>
    private const int FewestLetters = 2;

    /// <summary>So many letters show where a quotation becomes another.</summary>
    private const int LettersShown = 8;

    /// <param name="fileName">The scheme's file, named in problems.</param>
    /// <returns>In the order of the scheme file; empty where everything is where it should be.</returns>
    public static IReadOnlyList<SchemeProblem> Check(
        Scheme scheme,
        string fileName,
        SourceDocument source
    ) => Check(scheme.Citations, fileName, source);

    internal static IReadOnlyList<SchemeProblem> Check(
        IEnumerable<CitedRule> citations,
        string fileName,
        SourceDocument source
    )
    {
        var problems = new ProblemList(fileName);
        foreach (var cited in citations)
        {
            var (clause, quote) = (cited.Citation.Clause, cited.Citation.Quote);
            if (!source.Has(clause))
            {
                problems.Add(
                    cited.ClauseAt.Line,
                    cited.ClauseAt.Column,
                    "clause-unknown",
                    $"来源文件里没有“{cited.Rule}”的条款“{clause}”{NearestName.Hint(clause, source.Clauses)}"
                );
            }
            else if (!source.Says(clause, quote))
            {
                problems.Add(
                    cited.QuoteAt.Line,
                    cited.QuoteAt.Column,
                    "quote-not-in-source",
                    $"“{cited.Rule}”的引文不在条款“{clause}”里，{Whereabouts(source, clause, quote)}：{quote}"
                );
            }
        }
        return problems.Sorted();
    }

    private static string Whereabouts(SourceDocument source, string clause, string quote)
    {
        if (source.ClauseOf(quote) is { } other)
        {
            return $"而在“{other}”里";
        }

        if (source.Says(quote))
        {
            return "而在没有编号的部分";
        }

        var same = source.AgreementWith(clause, quote);
        var difference = same < FewestLetters ? "" : $"，从“{Beginning(quote[same..])}”起不同";
        return $"来源文件里也没有这段话（须逐字相同{difference}）";
    }

    private static string Beginning(string words) =>
        words.Length <= LettersShown ? words : $"{words[..LettersShown]}…";
}
