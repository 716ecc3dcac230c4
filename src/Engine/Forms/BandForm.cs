using Assessment.Engine.Language;

namespace Assessment.Engine.Forms;

/// <summary>A band (档) with a score inside it, and how many of one voter's marks may or must be in each.</summary>
/// <param name="Bands">Best first.</param>
public sealed record BandForm(
    string Id,
    string Title,
    IReadOnlyList<FormBand> Bands,
    Citation Citation
) : ScoringForm(Id, Title, Citation)
{
    public override PointRange Range => new(Bands[^1].Range.Least, Bands[0].Range.Most);

    public override FormReport Check(IReadOnlyList<Mark> marks)
    {
        var problems = new List<FormProblem>();
        var placed = new BandPlaces(Bands);
        foreach (var mark in marks)
        {
            var band = mark.Score is { } score ? BandOf(score) : null;
            if (Problem(mark, band) is { } problem)
            {
                problems.Add(problem);
                band = null;
            }

            placed.Add(mark, band);
        }
        var target = placed.Nearest();
        problems.AddRange(placed.Problems());
        return new(problems, problems.Count == 0 ? [] : placed.ChangesTo(target));
    }

    /// <summary>
    /// Documents write bands in whole points (90–100, 70–89): a score between two of them belongs to the lower one.
    /// </summary>
    private FormBand? BandOf(decimal score) =>
        score > Bands[0].Range.Most
            ? null
            : Bands.FirstOrDefault(band => score >= band.Range.Least);

    private FormProblem? Problem(Mark mark, FormBand? band)
    {
        if (mark.Score is not { } score)
        {
            return Missing(mark, "分数");
        }

        if (band is null)
        {
            return new(
                "form-score-outside",
                mark.Subject,
                $"“{mark.Subject}”的 {Number(score)} 分不在“{Title}”的任何一档：{string.Join("、", Bands.Select(one => $"{one.Name} {Points(one.Range)}"))}"
            );
        }

        return
            mark.Option is { } ticked && !string.Equals(ticked, band.Name, StringComparison.Ordinal)
            ? new(
                "form-band-mismatch",
                mark.Subject,
                $"“{mark.Subject}”的 {Number(score)} 分属于“{band.Name}”，不是“{ticked}”"
            )
            : null;
    }
}

/// <summary>档: a band of scores on a form.</summary>
/// <param name="Limit">How many of one voter's marks may be in it; null where there is no limit.</param>
/// <param name="Share">
/// The share that must be in the band, cut points half up; null where the band is outside the split.
/// </param>
public sealed record FormBand(string Name, PointRange Range, BandLimit? Limit, decimal? Share);

/// <summary>At most the floor of a share of one voter's marks.</summary>
/// <param name="From">From how many marks on it applies: of few, the floor would allow none.</param>
public sealed record BandLimit(decimal Share, int From)
{
    /// <summary>How many of <paramref name="marks"/> may be in the band; null where any number may.</summary>
    public int? Places(int marks) => marks < From ? null : (int)decimal.Floor(Share * marks);
}
