using Assessment.Engine.Forms;

namespace Assessment.Engine.Panels;

/// <summary>测评表: one voter's marks in one panel and unit.</summary>
/// <param name="Number">Once in its panel and unit.</param>
/// <param name="Rater">Who cast it; null in an unnamed panel.</param>
/// <param name="RaterClass">The kind of rater; null where the panel tells none apart.</param>
public sealed record Sheet(
    string Number,
    string? Rater,
    IReadOnlyList<Mark> Marks,
    string? RaterClass = null
)
{
    /// <summary>Whether it is the other sheet to the letter, in whatever order its marks stand.</summary>
    internal bool IsSameAs(Sheet other) =>
        string.Equals(Number, other.Number, StringComparison.Ordinal)
        && string.Equals(Rater, other.Rater, StringComparison.Ordinal)
        && string.Equals(RaterClass, other.RaterClass, StringComparison.Ordinal)
        && Ordered(Marks).SequenceEqual(Ordered(other.Marks));

    private static IEnumerable<Mark> Ordered(IReadOnlyList<Mark> marks) =>
        marks
            .OrderBy(mark => mark.Subject, StringComparer.Ordinal)
            .ThenBy(mark => mark.Score)
            .ThenBy(mark => mark.Option, StringComparer.Ordinal);
}
