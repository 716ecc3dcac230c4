using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Events;

namespace Assessment.Scoring.Risks;

/// <summary>Who may file a risk, who sees it, and whether its approval may have a date. Reads nothing.</summary>
public static class RiskRules
{
    /// <summary>An area for itself and its people, a department for anybody, the office for anybody.</summary>
    /// <param name="area">The area of the subject.</param>
    /// <param name="department">In whose name, of a scorer of several.</param>
    /// <exception cref="RiskMustBeFiledForTheOwnArea">It is another's.</exception>
    public static EventParty PartyOf(EventHands hands, string? area, string? department)
    {
        if (hands.IsOffice)
        {
            return EventParty.Office;
        }

        if (hands.Area is { } own && area == own)
        {
            return EventParty.Area(own);
        }

        return department is not null
            && hands.Departments.Contains(department, StringComparer.Ordinal)
                ? EventParty.Department(department)
            : department is null && hands.Departments is [var first, ..]
                ? EventParty.Department(first)
            : throw new RiskMustBeFiledForTheOwnArea();
    }

    /// <summary>The office and the leader see all, a department what it checks and what it filed, an area what it filed.</summary>
    public static bool Sees(EventHands hands, RiskEntry risk, EventRule? rule) =>
        hands.IsOffice
        || hands.IsLeader
        || hands.Keeps(rule)
        || risk.AppliedAs switch
        {
            EventPartyKind.Area => hands.Area is not null && hands.Area == risk.Applicant,
            EventPartyKind.Department => hands.Departments.Contains(
                risk.Applicant!,
                StringComparer.Ordinal
            ),
            _ => false,
        };

    /// <exception cref="RowRefused">Nothing of such events can be waived.</exception>
    public static void MustBeWaivable(EventRule? rule, string id)
    {
        if (rule is null)
        {
            throw new RowRefused("rule", "unknownRule", $"方案中没有“{id}”这一加减分规则。");
        }

        if (rule.Waiver is null)
        {
            throw new RowRefused(
                "rule",
                "noWaiver",
                $"按方案，“{rule.Title}”不能免责，不需要备案。"
            );
        }
    }

    /// <summary>Not before it was filed, and not ahead of today.</summary>
    /// <exception cref="RiskApprovalMustHaveADate">It is.</exception>
    public static DateOnly ApprovedOn(RiskEntry risk, DateOnly? on, DateOnly today) =>
        on is { } day && day >= risk.FiledOn && day <= today
            ? day
            : throw new RiskApprovalMustHaveADate(risk.FiledOn, today);
}
