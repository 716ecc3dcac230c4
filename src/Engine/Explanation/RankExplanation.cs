using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Explanation;

/// <summary>名次: among whom, by what, and with whom it is shared.</summary>
internal sealed class RankExplanation(
    ScoreSheet sheet,
    SubjectTable table,
    RankGroup group,
    int subject
)
{
    private readonly RankRule _rule = sheet.Rank;
    private readonly SubjectView _at = table[subject];

    internal ExplanationNode Build() =>
        new ExplanationNode(
            "rank",
            "名次",
            _at.Placing.Rank is { } rank ? (decimal)rank : null,
            Rule(),
            _at.Placing.Rank is { } place ? Arithmetic(place) : "没有总分，不参加排名",
            [],
            []
        ).CitedFrom(_rule.Citation);

    private string Rule()
    {
        var within = _rule.Within switch
        {
            RankScope.Category => $"在“{_at.Area.Category}”类内",
            RankScope.Area => "在本居民区内",
            _ => "",
        };
        var below = _rule.Below is { } condition ? $"{condition.Text}的列于其他人之后，" : "";
        var ties = string.Concat(_rule.TieBreaks.Select(tie => $"；同分时比较{tie.Title}"));
        return $"{within}{below}按总分从高到低排名{ties}；仍相同的名次并列";
    }

    private string Arithmetic(int rank)
    {
        var total = _at.Total.Value;
        var below = _rule.Below?.Holds(_at) == true ? $"{_rule.Below.Seen(_at)}，" : "";
        var text =
            $"{below}总分 {NumberFormat.Number(total)}，在参加排名的 {group.Ranked.Length} 个中列第 {rank} 名";
        var (tied, shared) = Tied(total, rank);
        if (tied == 0)
        {
            return text;
        }

        var own = string.Join(
            "，",
            _rule.TieBreaks.Select(tie =>
                $"{tie.Title} {NumberFormat.Value(RankKeys.Of(tie, _at))}"
            )
        );
        return $"{text}；与另外 {tied} 个同分{(own.Length > 0 ? $"，{own}" : "")}{(shared ? "，名次并列" : "")}";
    }

    /// <summary>Those with the same total are adjacent: no other has to be looked at.</summary>
    private (int Tied, bool Shared) Tied(Rational total, int rank)
    {
        var tied = 0;
        var shared = false;
        var position = Array.FindIndex(group.Ranked, Math.Max(0, rank - 1), one => one == subject);
        for (var step = -1; step <= 1; step += 2)
        {
            for (var i = position + step; i >= 0 && i < group.Ranked.Length; i += step)
            {
                if (table.Totals[group.Ranked[i]].Value != total)
                {
                    break;
                }

                tied++;
                shared |= table.Placings[group.Ranked[i]].Rank == rank;
            }
        }
        return (tied, shared);
    }
}
