using Assessment.Engine.Reading;

namespace Assessment.Engine;

/// <summary>引文核对: whether the words that a scheme quotes stand in its source, within the clause that it names.</summary>
public static class SourceCheck
{
    /// <param name="fileName">The scheme's file, named in problems.</param>
    /// <returns>In the order of the scheme file; empty where everything stands where it should.</returns>
    public static IReadOnlyList<SchemeProblem> Check(
        Scheme scheme,
        string fileName,
        SourceDocument source
    )
    {
        var problems = new ProblemList(fileName);
        foreach (var cited in scheme.Citations)
        {
            var (clause, quote) = (cited.Citation.Clause, cited.Citation.Quote);
            if (!source.Has(clause))
            {
                problems.Add(
                    cited.Line,
                    1,
                    "clause-unknown",
                    $"来源文件里没有“{cited.Rule}”的条款“{clause}”{NearestName.Hint(clause, source.Clauses)}"
                );
            }
            else if (!source.Says(clause, quote))
            {
                problems.Add(
                    cited.Line,
                    1,
                    "quote-not-in-source",
                    $"“{cited.Rule}”的引文不在条款“{clause}”里，{Whereabouts(source, quote)}：{quote}"
                );
            }
        }
        return problems.Sorted();
    }

    private static string Whereabouts(SourceDocument source, string quote)
    {
        if (source.ClauseOf(quote) is { } clause)
            return $"而在“{clause}”里";
        return source.Says(quote) ? "而在没有编号的部分" : "来源文件里也没有这段话（须逐字相同）";
    }
}
