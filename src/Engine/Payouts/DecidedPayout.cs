namespace Assessment.Engine.Payouts;

/// <summary>A person with the area's result and the role (发放对象) the post gives.</summary>
internal sealed record ResolvedPerson(StaffMember Member, AreaOutcome Area, PayoutRole? Role);

/// <summary>A payout line with what decided it.</summary>
/// <param name="Duplicate">The finding that withholds the amount, or null.</param>
internal sealed record DecidedPayout(
    PayoutLine Line,
    ResolvedPerson Person,
    PayoutCell Cell,
    Finding? Duplicate
);
