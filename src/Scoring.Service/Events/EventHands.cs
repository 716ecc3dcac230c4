using System.Security.Claims;
using Assessment.Engine.Language;
using Assessment.Scoring.Scores;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Events;

/// <summary>
/// 经办权限: who may apply for an event, check, approve, refuse and withdraw it, and who sees it. Decides on the caller, the
/// rule and the event's newest entry alone.
/// </summary>
/// <param name="Departments">For which the account scores.</param>
/// <param name="Area">Of an area's account; null of others.</param>
public sealed record EventHands(
    string Account,
    bool IsOffice,
    bool IsLeader,
    IReadOnlyList<string> Departments,
    string? Area
)
{
    public static EventHands Of(ClaimsPrincipal caller) =>
        new(
            caller.UserName(),
            caller.IsInRole(Roles.TownshipAdministrator),
            caller.IsInRole(Roles.Leader),
            caller.IsInRole(Roles.DepartmentScorer) ? caller.Departments() : [],
            caller.IsInRole(Roles.Area) ? caller.Area() : null
        );

    /// <summary>Whether the office alone has to do with such events: what it enters is approved with that.</summary>
    public static bool IsTheOfficesAlone(EventRule rule) =>
        rule.AppliedBy.Count == 0 && rule.KeptBy is null;

    /// <summary>In whose name the caller applies.</summary>
    /// <param name="area">The area that the event is about, or in which the person is; null where there is none.</param>
    /// <param name="applicant">Who is named; null where nobody is, then the caller's own party, or the area of what the office enters.</param>
    /// <exception cref="ScorerMustNameTheDepartment">The account scores for several.</exception>
    /// <exception cref="ApplicantMustBeNamed">The office enters it for a department.</exception>
    /// <exception cref="EventMustBeAppliedForByWhomTheRuleNames">The rule names others.</exception>
    public EventApplication Apply(EventRule rule, string? area, string? applicant)
    {
        if (Own(rule, area, applicant) is { } own)
        {
            return new(own, Account, ByOffice: false);
        }

        return IsOffice
            ? new(OnBehalf(rule, area, applicant), Account, ByOffice: true)
            : throw new EventMustBeAppliedForByWhomTheRuleNames(rule.Title);
    }

    /// <summary>Whether the caller may apply for any such event.</summary>
    public bool MayApply(EventRule rule) =>
        IsOffice
        || (Area is not null && rule.AppliedBy.Contains(EventApplicant.Area))
        || (Departments.Count > 0 && rule.AppliedBy.Contains(EventApplicant.Department));

    /// <summary>In whose name the rows of the office's files are entered: files name nobody.</summary>
    public static EventParty PartyOfFile(EventRule rule, string? area) =>
        rule.AppliedBy.Contains(EventApplicant.Area) && area is not null
            ? EventParty.Area(area)
            : EventParty.Office;

    /// <summary>The office and the leader see all; who checks what is theirs to check; who applies the own applications.</summary>
    public bool Sees(EventEntry entry, EventRule? rule) =>
        IsOffice || IsLeader || Keeps(rule) || IsParty(entry);

    /// <summary>Whether the caller is of the department that checks such events.</summary>
    public bool Keeps(EventRule? rule) =>
        rule?.KeptBy is { } keeper && Departments.Contains(keeper, StringComparer.Ordinal);

    /// <summary>Whether it was applied for in the name of one whom the caller acts for.</summary>
    public bool IsParty(EventEntry entry) =>
        entry.AppliedAs switch
        {
            EventPartyKind.Area => Area is not null && Area == entry.Applicant,
            EventPartyKind.Department => Departments.Contains(
                entry.Applicant!,
                StringComparer.Ordinal
            ),
            _ => IsOffice,
        };

    /// <summary>Whether checking is the caller's turn.</summary>
    public bool MayCheck(EventEntry entry, EventRule rule) =>
        entry.Stage == EventStage.Applied && Keeps(rule) && entry.AppliedBy != Account;

    /// <summary>Whether approving is the caller's turn.</summary>
    public bool MayApprove(EventEntry entry, EventRule rule) =>
        IsOffice && IsReadyToApprove(entry, rule) && !IsOwnToApprove(entry, rule);

    /// <summary>Whether everybody before the office has had it.</summary>
    public static bool IsReadyToApprove(EventEntry entry, EventRule rule) =>
        entry.Stage == (rule.KeptBy is null ? EventStage.Applied : EventStage.Checked);

    /// <summary>
    /// Whether approving it would leave the event to one person. What the office entered on somebody's behalf is another's
    /// as soon as the department has checked it; of the office's own rules there is nobody else.
    /// </summary>
    public bool IsOwnToApprove(EventEntry entry, EventRule rule) =>
        entry.AppliedBy == Account
        && !IsTheOfficesAlone(rule)
        && !(entry.EnteredByOffice && entry.Stage == EventStage.Checked);

    /// <summary>The checker while it waits for the check, the office as long as it waits.</summary>
    public bool MayRefuse(EventEntry entry, EventRule rule) =>
        entry.Stage.Awaits() && (IsOffice || (entry.Stage == EventStage.Applied && Keeps(rule)));

    /// <summary>The office whatever is not withdrawn, who applied what still waits.</summary>
    public bool MayWithdraw(EventEntry entry) =>
        !entry.IsOver && (IsOffice || (entry.Stage.Awaits() && IsParty(entry)));

    /// <summary>Whether the caller may apply for another form of the event.</summary>
    public bool MayCorrect(EventEntry entry) => !entry.IsOver && (IsOffice || IsParty(entry));

    private EventParty? Own(EventRule rule, string? area, string? applicant)
    {
        if (
            Area is not null
            && rule.AppliedBy.Contains(EventApplicant.Area)
            && area == Area
            && (applicant is null || applicant == Area)
        )
        {
            return EventParty.Area(Area);
        }

        if (Departments.Count == 0 || !rule.AppliedBy.Contains(EventApplicant.Department))
        {
            return null;
        }

        if (applicant is not null)
        {
            return Departments.Contains(applicant, StringComparer.Ordinal)
                ? EventParty.Department(applicant)
                : null;
        }

        // The office that scores, too, enters in others' names as well; it says for whom.
        return IsOffice ? null
            : Departments is [var only] ? EventParty.Department(only)
            : throw new ScorerMustNameTheDepartment(string.Join('、', Departments));
    }

    private static EventParty OnBehalf(EventRule rule, string? area, string? applicant)
    {
        if (rule.AppliedBy.Count == 0)
        {
            return applicant is null
                ? EventParty.Office
                : throw new EventMustBeAppliedForByWhomTheRuleNames(rule.Title);
        }

        if (
            rule.AppliedBy.Contains(EventApplicant.Area)
            && area is not null
            && (applicant is null || applicant == area)
        )
        {
            return EventParty.Area(area);
        }

        if (applicant is null)
        {
            throw new ApplicantMustBeNamed(rule.Title);
        }

        return rule.AppliedBy.Contains(EventApplicant.Department)
            ? EventParty.Department(applicant)
            : throw new EventMustBeAppliedForByWhomTheRuleNames(rule.Title);
    }
}
