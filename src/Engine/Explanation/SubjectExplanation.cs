using Assessment.Engine.Conditions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Ranking;
using Assessment.Engine.Results;

namespace Assessment.Engine.Explanation;

/// <summary>The whole tree of an area or a person: total, rank, band, grade, tier, flags, progress, findings.</summary>
/// <param name="result">The evaluation that the subject is part of.</param>
/// <param name="findings">The subject's own.</param>
internal sealed class SubjectExplanation(
    EvaluationResult result,
    EvaluatedSheet evaluated,
    int subject,
    IReadOnlyList<Finding> findings,
    EvaluatedSheet areas
)
{
    private readonly ScoreSheet _sheet = evaluated.Sheet!;
    private readonly SubjectView _at = evaluated.Table[subject];
    private readonly RankGroup? _group = evaluated.Group(subject);
    private readonly ValueExplanation _values = new(
        evaluated.Sheet!,
        evaluated.Table[subject],
        areas
    );

    private Placing Placing => _at.Placing;

    internal ExplanationNode Build()
    {
        var children = new List<ExplanationNode>();
        // Who is not assessed has no total, whatever the facts would give.
        if (Placing.Aside is not { KeepsTotal: false })
        {
            children.Add(_values.Of(_sheet.Total));
        }

        if (Placing.Aside is { } aside)
        {
            children.Add(Aside(aside));
        }
        else if (_group is { } group)
        {
            children.AddRange(Placed(group));
        }

        if (_at.AreaDecision is { } ofArea)
        {
            children.Add(DecisionExplanation.OfArea(ofArea));
        }

        if (_at.Decision is { } taken)
        {
            children.Add(DecisionExplanation.Of(result, taken));
        }

        if (_sheet.Progress is not null)
        {
            children.Add(_values.Of(_sheet.Progress));
        }

        children.AddRange(Flags());
        children.AddRange(Findings());
        return new(
            _at.Self.Id,
            _at.Self.Name,
            _at.Total.DecimalOrNull,
            $"《{result.Scheme.Title}》综合考核结果",
            Summary(),
            [],
            children
        );
    }

    private IEnumerable<ExplanationNode> Placed(RankGroup group)
    {
        yield return new RankExplanation(_sheet, evaluated.Table, group, subject).Build();
        if (_sheet.Bands.Count > 0)
        {
            yield return new BandExplanation(_sheet, group, _at).Build();
        }

        if (_sheet.Grades.Count > 0)
        {
            yield return new GradeExplanation(_sheet, evaluated.Table, group, subject).Build();
        }

        if (_sheet.Tiers.Count > 0)
        {
            yield return new TierExplanation(_sheet, group, _at).Build();
        }
    }

    private string Summary()
    {
        if (!_at.Total.IsPresent)
        {
            return Placing.Aside is { } aside ? aside.Title : "没有总分，缺什么见“总分”各项";
        }

        var parts = new[]
        {
            $"总分 {NumberFormat.Number(_at.Total.Value)}",
            Placing.Rank is { } rank ? $"第 {rank} 名" : null,
            Placing.Band,
            Decided(Placing.Grade, _at.Decision?.ReplacedGrade),
            Decided(
                Placing.Tier is { } tier ? TierExplanation.Named(tier) : null,
                _at.Decision?.ReplacedTier is { } replaced ? TierExplanation.Named(replaced) : null
            ),
        };
        return string.Join("，", parts.OfType<string>());
    }

    private static string? Decided(string? given, string? proposed) =>
        proposed is null || string.Equals(given, proposed, StringComparison.Ordinal)
            ? given
            : $"{given}（拟定{proposed}）";

    private ExplanationNode Aside(AsideRule rule) =>
        new ExplanationNode(
            "aside",
            rule.Title,
            rule.Grade,
            $"{rule.When.Text}的，{(rule.KeepsTotal ? "保留总分，" : "")}不列入排名和名额",
            rule.When.Seen(_at),
            [],
            []
        ).CitedFrom(rule.Citation);

    private IEnumerable<ExplanationNode> Flags()
    {
        foreach (var flag in _sheet.Flags)
        {
            if (!flag.When.Holds(_at))
            {
                continue;
            }

            yield return new ExplanationNode(
                flag.Code,
                flag.Title,
                "是",
                flag.When.Text,
                flag.When.Seen(_at),
                [],
                []
            ).CitedFrom(flag.Citation);
        }
    }

    private IEnumerable<ExplanationNode> Findings()
    {
        foreach (var rule in _sheet.Findings)
        {
            if (!IsFound(rule.Code, rule.Detail))
            {
                continue;
            }

            yield return new ExplanationNode(
                $"{rule.Code}.{rule.Detail}",
                rule.Title,
                null,
                $"{rule.Value.Write(null).Text}，应不少于 {rule.AtLeast.Write(null).Text}",
                _values.Below(rule.Value, rule.AtLeast),
                [.. _values.FactsOf(rule.Value)],
                [.. _values.ChildrenOf(rule.Value), .. _values.ChildrenOf(rule.AtLeast)]
            )
                .WithValue(rule.Value.Evaluate(_at).OrNull)
                .CitedFrom(rule.Citation) with
            {
                Calculation = Calculation.Below(
                    rule.Value.Calculate(_at),
                    rule.AtLeast.Calculate(_at)
                ),
            };
        }
        foreach (var rule in _sheet.LastPlaces)
        {
            foreach (
                var finding in findings.Where(one =>
                    string.Equals(one.Code, rule.Code, StringComparison.Ordinal)
                )
            )
            {
                yield return new ExplanationNode(
                    $"{finding.Code}.{finding.Detail}",
                    rule.Title,
                    LastPlaces.Scored(rule, finding.Detail),
                    rule.Twice
                        ? "连续两期得分最低（各社区得分全部相同的除外）"
                        : "当期得分最低（各社区得分全部相同的除外）",
                    finding.Message,
                    [],
                    []
                ).CitedFrom(rule.Citation);
            }
        }
    }

    private bool IsFound(string code, string detail) =>
        findings.Any(finding =>
            string.Equals(finding.Code, code, StringComparison.Ordinal)
            && string.Equals(finding.Detail, detail, StringComparison.Ordinal)
        );
}
