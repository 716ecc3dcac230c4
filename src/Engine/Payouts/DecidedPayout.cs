using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Payouts;

/// <summary>A payout line with what decided it: exactly one of the three, or none where no rule fits.</summary>
/// <param name="Member">The person's position in the payout's table.</param>
internal sealed record DecidedPayout(PayoutLine Line, SubjectView Member)
{
    internal TableDecision? FromTable { get; init; }

    internal PoolDecision? FromPool { get; init; }

    internal PayoutAmount? FromAmount { get; init; }
}

/// <summary>发放表: the role and the cell.</summary>
/// <param name="Duplicate">The finding that withholds the amount, or null.</param>
internal sealed record TableDecision(PayoutRole? Role, PayoutCell Cell, Finding? Duplicate);

/// <summary>核定总额: the person's part of a divided fund.</summary>
internal sealed record PoolDecision(PayoutPool Pool, DividedFund Fund, int Position);
