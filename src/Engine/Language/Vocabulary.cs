using System.Collections.ObjectModel;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Language;

/// <summary>
/// The words (职务, 身份) that a scheme has for one thing: titles by id, in the scheme's order. People write either.
/// </summary>
public sealed class Vocabulary : ReadOnlyDictionary<string, string>
{
    private readonly ILookup<string, string> _ids;

    /// <param name="titles">Titles by id.</param>
    public Vocabulary(IDictionary<string, string> titles)
        : base(titles) =>
        _ids = titles.ToLookup(word => word.Value, word => word.Key, StringComparer.Ordinal);

    /// <summary>The id of a word that is written as its id or as its title.</summary>
    /// <returns>Null where there is no such word, or where several have the title.</returns>
    public string? IdOf(string written) =>
        ContainsKey(written) ? written
        : _ids[written].Take(2).ToList() is [var id] ? id
        : null;

    /// <summary>The title that was probably meant; null where there are no words at all.</summary>
    public string? NearestTitle(string written) => NearestName.Of(written, Values).FirstOrDefault();
}
