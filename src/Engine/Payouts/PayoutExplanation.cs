using System.Globalization;

namespace Assessment.Engine.Payouts;

/// <summary>Why a person gets this amount: role, tier, cell of the table.</summary>
internal static class PayoutExplanation
{
    internal static ExplanationNode Of(DecidedPayout payout, PayoutRule rule)
    {
        var line = payout.Line;
        return new ExplanationNode(
            line.Person,
            line.Name,
            line.Amount?.Yuan,
            RuleText(payout),
            Arithmetic(payout),
            [],
            [Role(payout, rule), Tier(payout)]
        ).CitedFrom(payout.Cell.Citation) with
        {
            Unit = "元",
        };
    }

    private static string RuleText(DecidedPayout payout) =>
        payout.Cell.Tier.Length == 0
            ? $"发放表里没有对应的一格，发放 {Yuan(payout.Cell)} 元"
            : $"{payout.Cell.Tier} 档，{payout.Person.Role!.Title}：{Yuan(payout.Cell)} 元";

    private static string Arithmetic(DecidedPayout payout)
    {
        if (payout.Duplicate is { } finding)
            return finding.Message;
        if (payout.Person.Area.Total is null)
            return "所在居民区没有总分，暂不能计算";
        var tier = payout.Person.Area.Tier is { } name ? $"{name} 档" : "没有档次";
        return $"{tier} × {payout.Person.Role?.Title ?? "不属于发放对象"} → {Yuan(payout.Cell)} 元";
    }

    private static ExplanationNode Role(DecidedPayout payout, PayoutRule rule)
    {
        var member = payout.Person.Member;
        var why = new List<string> { $"职务 {member.Post}" };
        if (member.Presiding is { } presiding)
            why.Add(presiding ? "主持工作" : "不主持工作");
        if (member.OnSite is { } onSite)
            why.Add(onSite ? "坐班" : "不坐班");
        var role = payout.Person.Role;
        var node = new ExplanationNode(
            "role",
            "发放对象",
            role?.Title ?? "不属于发放对象",
            string.Join("；", rule.Roles.Select(one => one.Title)),
            string.Join("，", why),
            [],
            []
        );
        return node.CitedFrom(role?.Citation ?? rule.Otherwise.Citation);
    }

    private static ExplanationNode Tier(DecidedPayout payout)
    {
        var area = payout.Person.Area;
        return new(
            "tier",
            "所在居民区档次",
            area.Tier,
            "按所在居民区的考核档次",
            area.Rank is { } rank
                ? $"{area.Name} 第 {rank} 名 → {area.Tier ?? "不设档"}"
                : $"{area.Name} 没有名次",
            [],
            []
        );
    }

    private static string Yuan(PayoutCell cell) =>
        cell.Amount.Value.ToString("0.##", CultureInfo.InvariantCulture);
}
