using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Explanation;

/// <summary>分档: the cut points, and the subject's position.</summary>
internal sealed class BandExplanation(ScoreSheet sheet, RankGroup group, SubjectView at)
{
    internal ExplanationNode Build()
    {
        var given = sheet.Bands.FirstOrDefault(band =>
            string.Equals(band.Name, at.Placing.Band, StringComparison.Ordinal)
        );
        return new ExplanationNode(
            "band",
            "分档",
            at.Placing.Band,
            string.Join("，", sheet.Bands.Select(Rule)),
            Arithmetic(given),
            [],
            []
        ).CitedFrom((given ?? sheet.Bands[0]).Citation);
    }

    private static string Rule(BandRule band) =>
        band.Always is { } always
            ? $"{band.Name}占 {band.Share.Text}（{always.Text}的一律列入）"
            : $"{band.Name}占 {band.Share.Text}";

    private string Arithmetic(BandRule? given)
    {
        if (given is null)
        {
            return "没有总分，暂不能分档";
        }

        if (given.Always?.Holds(at) == true)
        {
            return $"{given.Always.Seen(at)} → {given.Name}";
        }

        var cuts = sheet
            .Bands.SkipLast(1)
            .Select(band =>
                $"{band.Name}到第 {NumberFormat.Number(Bands.Cut(sheet, band, group.Count))} 名"
            );
        return $"{group.Count} 人按累计比例四舍五入，{string.Join("，", cuts)}；第 {at.Placing.Rank} 名 → {given.Name}";
    }
}
