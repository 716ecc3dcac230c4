using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Explanation;

/// <summary>等次: each grade from the best down, and why the subject has it or not.</summary>
internal sealed class GradeExplanation(
    ScoreSheet sheet,
    SubjectTable table,
    RankGroup group,
    int subject
)
{
    private readonly SubjectView _at = table[subject];

    /// <summary>The proposed one: what was decided is explained by itself.</summary>
    private string? Given => _at.ProposedGrade;

    internal ExplanationNode Build()
    {
        var given = sheet.Grades.FirstOrDefault(Is);
        var node = new ExplanationNode(
            "grade",
            "等次",
            Given,
            string.Join("；", sheet.Grades.Select(Text)),
            given is null
                ? "没有总分，暂不能定等次"
                : $"总分 {NumberFormat.Number(_at.Total.Value)}，第 {_at.Placing.Rank} 名 → {given.Name}",
            [],
            [.. sheet.Grades.Select(Step)]
        );
        return given is null ? node : node.CitedFrom(given.Citation);
    }

    private static string Text(GradeRule grade)
    {
        var parts = new List<string>();
        if (grade.Quota is { } quota)
        {
            parts.Add(QuotaText(quota));
        }

        if (grade.AtLeast is not null)
        {
            parts.Add($"总分不低于 {grade.AtLeast.Text}");
        }

        if (grade.When is { } when)
        {
            parts.Add(when.Text);
        }

        if (grade.Unless is { } unless)
        {
            parts.Add($"{unless.Text}的除外");
        }

        return parts.Count == 0
            ? $"其余为{grade.Name}"
            : $"{grade.Name}：{string.Join("，", parts)}";
    }

    private static string QuotaText(Quota quota)
    {
        var limit = quota.Limit == QuotaLimit.InPrinciple ? "原则上不超过" : "不超过";
        var text = quota.Maximum is null
            ? $"名额{limit} {quota.Share.Text}"
            : $"名额{limit} {quota.Share.Text} 且不多于 {quota.Maximum.Text} 个";
        return quota.Plus is { } plus
            ? $"{text}，{plus.When.Text}的增加 {plus.Places.Text} 个"
            : text;
    }

    /// <summary>How one grade was given: the places there were, and what became of the subject.</summary>
    private ExplanationNode Step(GradeRule grade, int position)
    {
        var texts = new[]
        {
            Threshold(grade),
            grade.When?.Seen(_at) ?? "",
            grade.Unless?.MayHold(_at) == true ? $"{grade.Unless.Seen(_at)}，除外" : "",
            grade.Quota is { } quota ? Places(grade, quota, group.Places[position]!.Value) : "",
            HasBetterThan(grade) ? $"已评为更高的“{Given}”" : "",
        };
        return new ExplanationNode(
            $"grade.{grade.Name}",
            grade.Name,
            Is(grade) ? "是" : "否",
            Text(grade),
            string.Join("；", texts.Where(text => text.Length > 0)),
            [],
            []
        ).CitedFrom(grade.Citation);
    }

    private string Threshold(GradeRule grade)
    {
        if (grade.AtLeast is null || !_at.Total.IsPresent)
        {
            return "";
        }

        var reached = _at.Total.Value >= grade.AtLeast.Number;
        return $"{NumberFormat.Number(_at.Total.Value)} {(reached ? "≥" : "<")} {grade.AtLeast.Text}";
    }

    private string Places(GradeRule grade, Quota quota, int places)
    {
        var most = quota.Maximum is null ? "" : $"，最多 {quota.Maximum.Text} 个";
        var plus = Grades.HasPlus(quota, table, group)
            ? $"，{quota.Plus!.When.Seen(_at)}，增加 {quota.Plus.Places.Text} 个"
            : "";
        return $"名额 {quota.Share.Text} × {group.Count} 取整{most}{plus} → {places} 个，按名次入围 {CountAdmitted(grade, places)} 个（并列者须全部容得下）{Own()}";
    }

    private string Own() =>
        _at.Placing.Rank is { } rank
            ? $"，{(_at.Person is null ? "本居民区" : "本人")}第 {rank} 名"
            : "";

    /// <summary>Only as many have the grade as there are places, and they are at the head of the ranks.</summary>
    private int CountAdmitted(GradeRule grade, int places)
    {
        var admitted = 0;
        for (var i = 0; i < group.Ranked.Length && admitted < places; i++)
        {
            if (string.Equals(Walked(i), grade.Name, StringComparison.Ordinal))
            {
                admitted++;
            }
        }
        return admitted;
    }

    /// <summary>The grade of one of those who are ranked, by the walk that placed the subject.</summary>
    private string? Walked(int at) =>
        group.Walks is { } walks ? walks.For(_at)[at] : table[group.Ranked[at]].ProposedGrade;

    private bool Is(GradeRule grade) => string.Equals(grade.Name, Given, StringComparison.Ordinal);

    private bool HasBetterThan(GradeRule grade) =>
        sheet.Grades.TakeWhile(better => !ReferenceEquals(better, grade)).Any(Is);
}
