using Assessment.Engine.Language;

namespace Assessment.Engine.Forms;

/// <summary>评分表、测评表: what is checked of one voter's forms when they are entered.</summary>
/// <param name="Bands">Best first.</param>
public sealed record ScoringForm(
    string Id,
    string Title,
    IReadOnlyList<FormBand> Bands,
    Citation Citation
);

/// <summary>档: a band of scores on a form.</summary>
/// <param name="AtMost">At most the floor of this share of one voter's forms; null where there is no limit.</param>
/// <param name="Share">
/// The share that must be in the band, cut points half up; null where the band is outside the split.
/// </param>
public sealed record FormBand(string Name, PointRange Range, decimal? AtMost, decimal? Share);
