using System.Globalization;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Ranking;

namespace Assessment.Engine.Payouts;

/// <summary>Why a person gets this amount: role, tier, cell of the table.</summary>
internal sealed class TablePayoutExplanation(
    Scheme scheme,
    DecidedPayout payout,
    TableDecision decision
)
{
    private readonly PayoutTable _rule = scheme.Rules.Payout!.Table!;
    private readonly StaffMember _member = payout.Member.Person!;
    private readonly Placing _area = payout.Member.AreaPlacing;
    private readonly PayoutRole? _role = decision.Role;

    internal ExplanationNode Build() =>
        new ExplanationNode(
            payout.Line.Person,
            payout.Line.Name,
            payout.Line.Amount?.Yuan,
            RuleText(),
            Arithmetic(),
            [],
            [Role(), Tier()]
        ).CitedFrom(decision.Cell.Citation) with
        {
            Unit = "元",
        };

    private string RuleText() =>
        decision.Cell.Tier.Length > 0 ? $"{decision.Cell.Tier} 档{_role!.Title}发放 {Yuan} 元"
        : _role is null ? $"不属于发放对象的，发放 {Yuan} 元"
        : _area.Tier is null ? $"所在居民区没有进档的，发放 {Yuan} 元"
        : $"发放表没有写明{_area.Tier} 档{_role.Title}的金额，发放 {Yuan} 元";

    private string Arithmetic()
    {
        if (decision.Duplicate is { } finding)
        {
            return finding.Message;
        }

        if (!payout.Member.AreaView.Total.IsPresent)
        {
            return "所在居民区没有总分，暂不能计算";
        }

        return $"{TierText}，{_role?.Title ?? "不属于发放对象"} → {Yuan} 元";
    }

    private ExplanationNode Role() =>
        new ExplanationNode(
            "role",
            "发放对象",
            _role?.Title ?? "不属于发放对象",
            string.Join("；", _rule.Roles.Select(RoleText)),
            string.Join("，", Post().Concat(Deciding())),
            [],
            []
        ).CitedFrom((_role?.Citation ?? _rule.Otherwise.Citation));

    private string RoleText(PayoutRole role) =>
        $"{role.Title}：{string.Join("、", role.Who.Select(ConditionText))}";

    private string ConditionText(StaffCondition condition)
    {
        var attributes = new[]
        {
            condition.Presiding is { } presiding ? PresidingText(presiding) : null,
            condition.OnSite is { } onSite ? OnSiteText(onSite) : null,
        };
        var text = string.Join("，", attributes.OfType<string>());
        var post = scheme.Posts[condition.Post];
        return text.Length == 0 ? post : $"{post}（{text}）";
    }

    private IEnumerable<string> Post() =>
        payout.Line.PostTitle is { } title
            ? [$"职务 {title}"]
            : [$"职务“{_member.Post}”不在方案列出的职务之内"];

    /// <summary>The attributes that some rule asks of this post; of the others nobody wants to know.</summary>
    private IEnumerable<string> Deciding()
    {
        var conditions = _rule.ConditionsOf(_member.Post).ToList();
        if (conditions.Exists(condition => condition.Presiding is not null))
        {
            yield return Said(_member.Presiding, PresidingText);
        }

        if (conditions.Exists(condition => condition.OnSite is not null))
        {
            yield return Said(_member.OnSite, OnSiteText);
        }
    }

    private static string Said(bool? attribute, Func<bool, string> text) =>
        attribute is { } known ? text(known) : $"没有注明{text(true)}，按{text(false)}计";

    private static string PresidingText(bool presiding) => presiding ? "主持工作" : "不主持工作";

    private static string OnSiteText(bool onSite) => onSite ? "坐班" : "不坐班";

    private ExplanationNode Tier() =>
        new(
            "tier",
            "所在居民区档次",
            _area.Tier,
            "按所在居民区的考核档次",
            _area.Rank is { } rank
                ? $"{payout.Member.Area.Name}第 {rank} 名，{TierText}"
                : $"{payout.Member.Area.Name}没有名次",
            [],
            []
        );

    private string TierText => _area.Tier is { } tier ? $"{tier} 档" : "没有进档";

    private string Yuan =>
        decision.Cell.Amount.Value.ToString("0.##", CultureInfo.InvariantCulture);
}
