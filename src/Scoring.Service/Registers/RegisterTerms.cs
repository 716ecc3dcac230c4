using Assessment.Engine.Language;
using Assessment.Scoring.Staff;

namespace Assessment.Scoring.Registers;

/// <summary>What the schemes of a scope say of its registers: the words for posts and identities, and further columns.</summary>
internal sealed class RegisterTerms(IReadOnlyList<Scheme> schemes)
{
    public StaffRules Words { get; } = new(schemes);

    public DeclaredColumns Declared { get; } = new(schemes);

    /// <summary>The only words that a column may hold; null where it may hold others.</summary>
    public IReadOnlyList<ColumnWord>? WordsOf(RegisterColumn column) =>
        column.Words is { } words
            ? [.. words.Select(word => new ColumnWord(word, word))]
            : Words.WordsOf(column.Content);
}
