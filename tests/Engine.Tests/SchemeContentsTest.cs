using System.Globalization;
using System.Text;
using Assessment.Engine.Language;

namespace Assessment.Engine.Tests;

/// <summary>What each scheme says of itself to whoever collects facts and shows results.</summary>
public sealed class SchemeContentsTest
{
    public static TheoryData<string> Schemes() => [.. SchemeFolder.Schemes()];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Contents_AreThoseOfTheFile(string id)
    {
        var scheme = SchemeFolder.Read(id);
        var text = new StringBuilder();

        Line(scheme.Id, scheme.Title, scheme.Township, $"{scheme.Year}");
        Line("来源", scheme.Source.File, scheme.Source.Title);
        Line("居民区", Yes(scheme.AssessesAreas));
        Line("等次", [.. scheme.Grades]);
        Line("档次", [Yes(scheme.HasTiers), .. scheme.Tiers]);
        Line("进步指数", Yes(scheme.HasProgress));
        Line("加分", Yes(scheme.HasBonus));
        Line("减分", Yes(scheme.HasDeduction));
        Items(scheme.Items);
        foreach (var one in scheme.StaffClasses)
        {
            Line("类别", one.Id, one.Title, "等次", Yes(one.HasGrades), "分档", Yes(one.HasBands));
            Items(one.Items);
            foreach (var flag in one.Flags)
            {
                Line("标记", flag.Code, flag.Title);
            }
        }
        Line(
            "公示",
            scheme.Publicity switch
            {
                null => "没有写明",
                { AllRankings: true } => "全部名次",
                _ => "只告知本单位名次",
            }
        );
        foreach (var panel in scheme.Collection.Panels)
        {
            Line(
                "测评",
                panel.Id,
                panel.Title,
                $"{panel.Unit}",
                panel.IsNamed ? "具名" : "无记名",
                $"{panel.Raters.From}",
                string.Join('、', panel.Raters.Posts?.Order() ?? Enumerable.Empty<string>()),
                string.Join('、', panel.Raters.Names.Select(name => $"{name.Key}={name.Value}")),
                panel.ExcludesSelf ? "不评自己" : "",
                string.Join(
                    '、',
                    panel.Subjects.Select(one =>
                        one.Of
                        + (one.Turnout is { } turnout ? $"（超过 {turnout.Over:0.##%}）" : "")
                    )
                ),
                panel.Form.Title,
                string.Join(
                    '、',
                    panel.Facts.Select(fact => $"{fact.Item}={fact.Counting} {fact.Option}".Trim())
                )
            );
        }

        Line("发放取用", [.. scheme.PayInputs.Select(input => $"{input}")]);
        foreach (var body in scheme.Procedure?.Bodies.Values ?? [])
        {
            Line("机构", body.Id, body.Title, string.Join('、', body.Heads), body.Members ?? "");
        }

        foreach (var step in scheme.Procedure?.Steps ?? [])
        {
            Line(
                "程序",
                $"{step.Kind}",
                step.Title,
                step.By?.Title ?? "",
                string.Join('、', step.Of),
                step.MayDepart ? "可以不同" : "",
                step.ReviewedBy?.Title ?? "",
                step.Notice is { } notice
                    ? $"{notice.Shows} {notice.Audience} {string.Join('、', notice.Grades)} {notice.Days} {notice.DayKind}"
                    : ""
            );
        }

        foreach (var followUp in scheme.FollowUps)
        {
            Line(
                "跟进",
                $"{followUp.Raises}",
                followUp.Title,
                Cause(followUp.When),
                Parties(followUp.By),
                Parties(followUp.With),
                followUp.IsWritten ? "书面" : ""
            );
        }

        foreach (var circular in scheme.Circulars)
        {
            Line("通报", circular.Title, $"一年 {circular.TimesPerYear} 次", $"{circular.Shows}");
        }

        Line(
            "任职",
            scheme.Postings is { } postings
                ? $"{postings.MonthOn}日 {postings.Assessed} {postings.Ties} {postings.Paid}"
                : "不用"
        );
        Line("职务", [.. scheme.Posts.Select(post => $"{post.Key}={post.Value}")]);
        Line("身份", [.. scheme.Identities.Select(one => $"{one.Key}={one.Value}")]);
        Line("可取消计分", [.. scheme.VoidableItems.Order(StringComparer.Ordinal)]);
        foreach (var fact in scheme.FactKinds.Values)
        {
            Line(
                "事实",
                [
                    fact.Item,
                    fact.Range is { } range
                        ? $"{Number(range.Least)}–{Number(range.Most)}"
                        : "不限",
                    $"居民区{Yes(fact.OfAreas)}",
                    $"人员{Yes(fact.OfStaff)}",
                    $"任何人{Yes(fact.AnySource)}",
                    fact.ReportedBy is { } reporter
                        ? $"{reporter.Kind}{reporter.Department}"
                        : "评分部门",
                    .. fact.Sources.Select(source => $"{source}（{Periods(fact, source)}）"),
                    $"（{Periods(fact, null)}）",
                ]
            );
        }

        Snapshot.AssertIs($"tests/Engine.Tests/Contents/{id}.txt", text.ToString());

        void Line(string what, params string[] content) =>
            text.Append(what).Append('：').AppendJoin(' ', content).Append('\n');

        void Items(IReadOnlyList<ListedItem> items)
        {
            foreach (var item in items)
            {
                Line(
                    "项目",
                    item.Id,
                    item.Title,
                    item.Points is { } points ? Number(points) : "无"
                );
            }
        }
    }

    private static string Cause(FollowUpCause cause) =>
        cause switch
        {
            FollowUpCause.OfFinding finding => $"需关注事项 {finding.Code}",
            FollowUpCause.OfFlag flag => $"标记 {flag.Code}",
            FollowUpCause.OfEvent happened => $"事项 {happened.Rule}",
            FollowUpCause.OfGrades grades =>
                $"等次 {string.Join('、', grades.Grades)} {string.Join('、', grades.Of)} {string.Join('、', grades.Posts)}",
            _ => throw new InvalidOperationException($"No text for {cause}."),
        };

    private static string Parties(IEnumerable<Party> parties) =>
        string.Join('、', parties.Select(party => $"{party.Kind}={party.Title}"));

    private static string Periods(FactKind fact, string? source) =>
        string.Join('、', fact.PeriodsOf(source));

    private static string Yes(bool yes) => yes ? "有" : "无";

    private static string Number(decimal number) =>
        number.ToString("0.####", CultureInfo.InvariantCulture);
}
