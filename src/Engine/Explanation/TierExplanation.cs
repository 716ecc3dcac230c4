using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
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
            string.Equals(tier.Name, at.ProposedTier, StringComparison.Ordinal)
        );
        return new ExplanationNode(
            "tier",
            "档次",
            at.ProposedTier,
            Rule(),
            Arithmetic(given),
            [],
            []
        ).CitedFrom(
            at.Placing.LiftedFrom is not null
                ? sheet.TierLift!.Citation
                : (given ?? sheet.Tiers[^1]).Citation
        );
    }

    private string Rule()
    {
        var texts = new List<string>();
        Rational from = 1;
        foreach (var tier in sheet.Tiers)
        {
            var text = tier.ToRank is { } last
                ? $"第 {NumberFormat.Number(from)}–{last.Text} 名为{Spaced(tier.Name)}"
                : $"其余为{Spaced(tier.Name)}";
            if (tier.OrAbove is { } enough)
            {
                text += $"，总分高于 {enough.Text} 的也为{Spaced(tier.Name)}";
            }

            if (tier.Unless is { } unless)
            {
                text += $"（{unless.Text}的除外）";
            }

            texts.Add(text);
            from = tier.ToRank is { } to ? to.Number + 1 : from;
        }
        if (sheet.TierLift is { } lift)
        {
            texts.Add($"{lift.From}总分达到{lift.OfMean}平均分 {lift.Share.Text} 的列为{lift.To}");
        }

        return string.Join("，", texts);
    }

    private string Arithmetic(TierRule? given)
    {
        if (at.Placing.Rank is not { } rank)
        {
            return "没有名次，暂不能定档";
        }

        var barred = sheet
            .Tiers.Select(tier => tier.Unless)
            .OfType<Conditions.Condition>()
            .Where(condition => condition.MayHold(at))
            .Select(condition => $"{condition.Seen(at)}，");
        var text = $"{string.Concat(barred.Distinct())}第 {rank} 名";
        if (at.Placing.LiftedFrom is { } from && group.LiftMean is { } mean)
        {
            text +=
                $"，原列{from}；{NumberFormat.Number(at.Total.Value)} ≥ {sheet.TierLift!.Share.Text} × {Reaching(sheet.TierLift, mean)}";
        }
        else if (given?.OrAbove is { } enough && at.Total.Value > enough.Number)
        {
            text += $"，总分 {NumberFormat.Number(at.Total.Value)} > {enough.Text}";
        }

        return $"{text} → {(given is null ? "没有进档" : Named(given.Name))}";
    }

    /// <summary>The mean with so many decimals that the total reaches the share of what is printed.</summary>
    private string Reaching(TierLift lift, Rational mean)
    {
        var decimals = NumberFormat.Decimals;
        while (
            decimals < NumberFormat.MostDecimals
            && lift.Share.Number * mean.RoundHalfUp(decimals) > at.Total.Value
        )
        {
            decimals++;
        }

        return mean.ToString(decimals);
    }

    private static string Spaced(string tier) =>
        Named(tier) is var named && char.IsAscii(named[0]) ? $" {named}" : named;
}
