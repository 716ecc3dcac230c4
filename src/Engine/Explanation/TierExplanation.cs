using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Explanation;

/// <summary>档次: the positions, bars, and the lift.</summary>
internal sealed class TierExplanation(ScoreSheet sheet, RankGroup group, SubjectView at)
{
    /// <summary>A tier in words: one whose name does not say what it is gets the word 档.</summary>
    internal static string Named(string tier) =>
        tier.All(char.IsAsciiLetterOrDigit) ? $"{tier} 档" : tier;

    internal ExplanationNode Build()
    {
        var given = sheet.Tiers.FirstOrDefault(tier =>
            string.Equals(tier.Name, at.Standing.Tier, StringComparison.Ordinal)
        );
        return new ExplanationNode(
            "tier",
            "档次",
            at.Standing.Tier,
            Rule(),
            Arithmetic(given),
            [],
            []
        ).CitedFrom(
            at.Standing.LiftedFrom is not null
                ? sheet.TierLift!.Citation
                : (given ?? sheet.Tiers[^1]).Citation
        );
    }

    private string Rule()
    {
        var texts = new List<string>();
        var from = 1m;
        foreach (var tier in sheet.Tiers)
        {
            var text = tier.ToRank is { } last
                ? $"第 {Shown.Number(from)}–{last.Text} 名为{Spaced(tier.Name)}"
                : $"其余为{Spaced(tier.Name)}";
            if (tier.OrAbove is { } enough)
                text += $"，总分高于 {enough.Text} 的也为{Spaced(tier.Name)}";
            if (tier.Unless is { } unless)
                text += $"（{unless.Text}的除外）";
            texts.Add(text);
            from = tier.ToRank is { } to ? to.Value + 1m : from;
        }
        if (sheet.TierLift is { } lift)
            texts.Add($"{lift.From}总分达到{lift.OfMean}平均分 {lift.Share.Text} 的列为{lift.To}");
        return string.Join("，", texts);
    }

    private string Arithmetic(TierRule? given)
    {
        if (at.Standing.Rank is not { } rank)
            return "没有名次，暂不能定档";
        var barred = sheet
            .Tiers.Select(tier => tier.Unless)
            .OfType<Conditions.Condition>()
            .Where(condition => condition.Holds(at))
            .Select(condition => $"{condition.Seen(at)}，");
        var text = $"{string.Concat(barred.Distinct())}第 {rank} 名";
        if (at.Standing.LiftedFrom is { } from && group.LiftMean is { } mean)
            text +=
                $"，原列{from}；{Shown.Number(at.Total.Value)} ≥ {sheet.TierLift!.Share.Text} × {Shown.Number(mean)}";
        else if (given?.OrAbove is { } enough && at.Total.Value > enough.Value)
            text += $"，总分 {Shown.Number(at.Total.Value)} > {enough.Text}";
        return $"{text} → {(given is null ? "没有进档" : Named(given.Name))}";
    }

    private static string Spaced(string tier) =>
        Named(tier) is var named && char.IsAscii(named[0]) ? $" {named}" : named;
}
