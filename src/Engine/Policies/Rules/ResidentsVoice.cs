using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>residentsVoice</c> 群众评价占比: items in which residents speak have at least a share of the points.</summary>
internal sealed class ResidentsVoice(PolicyGround ground, PolicyScope scope, decimal atLeast)
    : PolicyRule(ground, scope)
{
    internal override IEnumerable<Departure> Check(WrittenScheme written)
    {
        foreach (var sheet in Scope.Sheets(written.Scheme))
        {
            var spoken = new PointShares(written.Scheme, sheet).Of(IsVoice);
            if (spoken is null)
            {
                yield return written.At(
                    sheet.Total.Citation,
                    "value",
                    "policy-share-unknown",
                    $"从{sheet.Title}总分的算法看不出各项目的占比，无法核对群众评价是否不低于 {Percent.Of(atLeast)}"
                );
            }
            else if (spoken < atLeast)
            {
                yield return Found(written, sheet, spoken.Value);
            }
        }
    }

    private Departure Found(WrittenScheme written, ScoreSheet sheet, Rational share)
    {
        var items = sheet.Values.Where(IsVoice).ToList();
        var at = items.Count == 0 ? sheet.Total : items[0];
        var names = string.Join("、", items.Select(item => item.Title));
        return written.At(
            at.Citation,
            items.Count == 0 ? "value" : "voice",
            "policy-voice-share",
            items.Count == 0
                ? $"{sheet.Title}没有一个项目是群众评价（voice: residents），应当占总分不低于 {Percent.Of(atLeast)}"
                : $"群众评价（{names}）占{sheet.Title}总分的 {Percent.Of(share)}，应当不低于 {Percent.Of(atLeast)}"
        );
    }

    private static bool IsVoice(NamedValue value) => value.Voice == Voice.Residents;
}
