namespace Assessment.Engine.Language;

/// <summary>任职: in which of several postings a person is assessed and paid, and to which a month belongs.</summary>
/// <param name="MonthOn">A month belongs to the posting that is held on this day of it, from 1 to 28.</param>
/// <param name="Ties">Which one where two were equally long.</param>
/// <param name="Paid">Null where the scheme pays nothing.</param>
public sealed record Postings(
    int MonthOn,
    AssessedPosting Assessed,
    PostingTies Ties,
    PaidPosting? Paid,
    Citation Citation
)
{
    /// <summary>The last day that every month has.</summary>
    public const int LastDay = 28;
}

/// <summary>The posting in which a person is assessed.</summary>
public enum AssessedPosting
{
    /// <summary>任职时间最长.</summary>
    Longest,

    /// <summary>年末在任.</summary>
    Last,
}

/// <summary>The posting that is taken where two are equal.</summary>
public enum PostingTies
{
    Later,
    Earlier,
}

/// <summary>How months and pay go together.</summary>
public enum PaidPosting
{
    /// <summary>Each posting is paid by its months, with its own area and post.</summary>
    PerPosting,

    /// <summary>The assessed posting alone.</summary>
    Assessed,
}
