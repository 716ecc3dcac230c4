using Assessment.Survey.Anonymity;

namespace Assessment.Survey.Responses;

/// <summary>An answer with its time: what decides which one of a household's answers counts.</summary>
public sealed record GivenAnswer(DateTimeOffset SubmittedAt, Respondent Respondent, string Scores)
{
    /// <summary>
    /// The first one counts: the earlier, and of two given at the same time the one whose content comes first, so that
    /// it does not depend on the order of rows or files. Equal means the same answer once more.
    /// </summary>
    public static Comparer<GivenAnswer> Order { get; } =
        Comparer<GivenAnswer>.Create(
            (one, other) =>
                (one.SubmittedAt, one.Respondent).CompareTo((other.SubmittedAt, other.Respondent))
                    is var order
                        and not 0
                    ? order
                    : string.CompareOrdinal(one.Scores, other.Scores)
        );
}
