using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Ranking;
using Assessment.Engine.Results;

namespace Assessment.Engine.Explanation;

/// <summary>The whole tree of an area: total, rank, grade, tier, progress, findings.</summary>
internal sealed class AreaExplanation(
    EvaluationResult result,
    SubjectTable table,
    RankGroup group,
    int subject
)
{
    private readonly ScoreSheet _sheet = result.Scheme.Rules.Areas;
    private readonly AreaResult _area = result.Areas[subject];
    private readonly ValueExplanation _values = new(result.Scheme.Rules.Areas, table[subject]);

    internal ExplanationNode Build()
    {
        var total = _values.Of(_sheet.Total);
        var children = new List<ExplanationNode> { total, Rank() };
        if (_sheet.Grades.Count > 0)
            children.Add(Grade());
        if (_sheet.Tiers.Count > 0)
            children.Add(Tier());
        if (_sheet.Progress is not null)
            children.Add(_values.Of(_sheet.Progress));
        children.AddRange(Findings());
        return new(
            _area.Id,
            _area.Name,
            total.Value,
            $"《{result.Scheme.Title}》综合考核结果",
            Summary(),
            [],
            children
        );
    }

    private string Summary()
    {
        if (_area.Total is not { } total)
            return "没有总分，缺什么见“总分”各项";
        var parts = new[]
        {
            $"总分 {Shown.Number(total)}",
            $"第 {_area.Rank} 名",
            _area.Grade,
            _area.Tier is { } tier ? $"{tier} 档" : null,
        };
        return string.Join("，", parts.OfType<string>());
    }

    private int Ranked => group.Subjects.Count(one => result.Areas[one].Rank is not null);

    private ExplanationNode Rank()
    {
        var rule = _sheet.Rank;
        var ties = string.Concat(rule.TieBreaks.Select(tie => $"；同分时比较{tie.Title}"));
        var within = rule.WithinCategory ? $"在“{_area.Category}”类内" : "";
        return new ExplanationNode(
            "rank",
            "名次",
            _area.Rank is { } rank ? (decimal)rank : null,
            $"{within}按总分从高到低排名{ties}；仍相同的名次并列",
            _area.Rank is null ? "没有总分，不参加排名" : RankArithmetic(),
            [],
            []
        ).CitedFrom(rule.Citation);
    }

    private string RankArithmetic()
    {
        var tied = group
            .Subjects.Where(one =>
                one != subject && result.Areas[one].Total is { } total && total == _area.Total
            )
            .ToList();
        var text =
            $"总分 {Shown.Number(_area.Total!.Value)}，在参加排名的 {Ranked} 个中列第 {_area.Rank} 名";
        if (tied.Count == 0)
            return text;
        var own = string.Join(
            "，",
            _sheet.Rank.TieBreaks.Select(tie =>
                $"{tie.Title} {Shown.Value(Standings.TieBreakValue(tie, table[subject]))}"
            )
        );
        var shared = tied.Any(one => result.Areas[one].Rank == _area.Rank) ? "，名次并列" : "";
        return $"{text}；与另外 {tied.Count} 个同分，{own}{shared}";
    }

    private ExplanationNode Grade()
    {
        var n = group.Subjects.Count;
        var steps = _sheet.Grades.Select(grade => GradeStep(grade, n)).ToList();
        var given = _sheet.Grades.FirstOrDefault(grade =>
            string.Equals(grade.Name, _area.Grade, StringComparison.Ordinal)
        );
        var node = new ExplanationNode(
            "grade",
            "等次",
            _area.Grade,
            string.Join("；", _sheet.Grades.Select(GradeText)),
            given is null
                ? "没有总分，暂不能定等次"
                : $"总分 {Shown.Number(_area.Total!.Value)}，第 {_area.Rank} 名 → {given.Name}",
            [],
            steps
        );
        return given is null ? node : node.CitedFrom(given.Citation);
    }

    private static string GradeText(GradeRule grade)
    {
        var parts = new List<string>();
        if (grade.Quota is { } quota)
            parts.Add(
                quota.Maximum is null
                    ? $"名额不超过 {quota.Share.Text}"
                    : $"名额不超过 {quota.Share.Text} 且不多于 {quota.Maximum.Text} 个"
            );
        if (grade.AtLeast is not null)
            parts.Add($"总分不低于 {grade.AtLeast.Text}");
        return parts.Count == 0
            ? $"其余为{grade.Name}"
            : $"{grade.Name}：{string.Join("，", parts)}";
    }

    /// <summary>How one grade was given: the places there were, and what became of the area.</summary>
    private ExplanationNode GradeStep(GradeRule grade, int n)
    {
        var reached =
            _area.Total is { } total && (grade.AtLeast is null || total >= grade.AtLeast.Value);
        var threshold =
            grade.AtLeast is null || _area.Total is null
                ? ""
                : $"{Shown.Number(_area.Total.Value)} {(reached ? "≥" : "<")} {grade.AtLeast.Text}";
        var places = "";
        if (grade.Quota is { } quota)
        {
            var admitted = group.Subjects.Count(one =>
                string.Equals(result.Areas[one].Grade, grade.Name, StringComparison.Ordinal)
            );
            var most = quota.Maximum is null ? "" : $"，最多 {quota.Maximum.Text} 个";
            places =
                $"名额 {quota.Share.Text} × {n} 取整{most} → {quota.Places(n)} 个，按名次入围 {admitted} 个（并列者须全部容得下），本居民区第 {_area.Rank?.ToString() ?? "—"} 名";
        }
        var given = string.Equals(grade.Name, _area.Grade, StringComparison.Ordinal);
        var better = HasBetterThan(grade) ? $"已评为更高的“{_area.Grade}”" : "";
        return new ExplanationNode(
            $"grade.{grade.Name}",
            grade.Name,
            given ? "是" : "否",
            GradeText(grade),
            string.Join("；", new[] { threshold, places, better }.Where(text => text.Length > 0)),
            [],
            []
        ).CitedFrom(grade.Citation);
    }

    private bool HasBetterThan(GradeRule grade) =>
        _sheet
            .Grades.TakeWhile(better => !ReferenceEquals(better, grade))
            .Any(better => string.Equals(better.Name, _area.Grade, StringComparison.Ordinal));

    private ExplanationNode Tier()
    {
        var given = _sheet.Tiers.FirstOrDefault(tier =>
            string.Equals(tier.Name, _area.Tier, StringComparison.Ordinal)
        );
        var from = 1m;
        var texts = new List<string>();
        foreach (var tier in _sheet.Tiers)
        {
            texts.Add($"第 {Shown.Number(from)}–{tier.ToRank.Text} 名为 {tier.Name} 档");
            from = tier.ToRank.Value + 1m;
        }
        return new ExplanationNode(
            "tier",
            "档次",
            _area.Tier,
            string.Join("，", texts),
            _area.Rank is { } rank
                ? $"第 {rank} 名 → {(given is null ? "没有进档" : $"{given.Name} 档")}"
                : "没有名次，暂不能定档",
            [],
            []
        ).CitedFrom((given ?? _sheet.Tiers[^1]).Citation);
    }

    private IEnumerable<ExplanationNode> Findings()
    {
        foreach (var rule in _sheet.Findings)
        {
            if (
                result.Findings.FirstOrDefault(finding =>
                    string.Equals(finding.Subject, _area.Id, StringComparison.Ordinal)
                    && string.Equals(finding.Code, rule.Code, StringComparison.Ordinal)
                    && string.Equals(finding.Detail, rule.Detail, StringComparison.Ordinal)
                )
                is not { } found
            )
            {
                continue;
            }
            yield return new ExplanationNode(
                $"{rule.Code}.{rule.Detail}",
                rule.Title,
                Numbers.Plain(rule.Value.Evaluate(table[subject]).OrNull),
                $"{rule.Value.Write(null).Text}，应不少于 {rule.AtLeast.Write(null).Text}",
                $"{_values.Written(rule.Value)} < {_values.Written(rule.AtLeast)}",
                [.. _values.FactsOf(rule.Value)],
                [.. _values.ChildrenOf(rule.AtLeast)]
            ).CitedFrom(rule.Citation);
        }
    }
}
