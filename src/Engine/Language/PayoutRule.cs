using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Language;

/// <summary>绩效发放: pools first, then the table by role and tier, then the first amount whose condition holds.</summary>
internal sealed record PayoutRule(
    PayoutTable? Table,
    IReadOnlyList<PayoutPool> Pools,
    IReadOnlyList<PayoutAmount> Amounts
);

/// <summary>发放表: which role a person has, and what a role gets by the area's tier.</summary>
/// <param name="Roles">Tried in this order; a person has the first that fits.</param>
/// <param name="Otherwise">What a person gets for whom no cell is written.</param>
internal sealed record PayoutTable(
    IReadOnlyList<PayoutRole> Roles,
    IReadOnlyList<PayoutCell> Cells,
    PayoutCell Otherwise
)
{
    /// <summary>The conditions that look at a post.</summary>
    internal IEnumerable<StaffCondition> ConditionsOf(string post) =>
        Roles
            .SelectMany(role => role.Who)
            .Where(condition => string.Equals(condition.Post, post, StringComparison.Ordinal));
}

/// <summary>发放对象.</summary>
/// <param name="DuplicateFinding">
/// Code of the finding where an area has more than one person in the role; null where it may have many.
/// </param>
internal sealed record PayoutRole(
    string Id,
    string Title,
    IReadOnlyList<StaffCondition> Who,
    string? DuplicateFinding,
    Citation Citation
);

/// <summary>A post, with the attributes that must have a value. An attribute that is absent counts as false.</summary>
internal sealed record StaffCondition(string Post, bool? Presiding, bool? OnSite)
{
    internal bool Fits(StaffMember person) =>
        string.Equals(person.Post, Post, StringComparison.Ordinal)
        && (Presiding is null || Presiding == (person.Presiding ?? false))
        && (OnSite is null || OnSite == (person.OnSite ?? false));
}

/// <summary>A cell of the payout table. Tier and role are empty in the cell for everybody else.</summary>
internal sealed record PayoutCell(string Tier, string Role, Constant Amount, Citation Citation);

/// <summary>核定总额: a fund per area that is divided among some of its staff in proportion to their shares.</summary>
/// <param name="Fund">In yuan, rounded to the fen.</param>
/// <param name="Share">What a person's part is proportional to.</param>
internal sealed record PayoutPool(
    string Id,
    string Title,
    Condition Who,
    Expression Fund,
    Expression Share,
    Citation Citation
);

/// <summary>发放标准: an amount by calculation, in yuan, rounded to the fen once.</summary>
/// <param name="When">Null where it is for everybody that is left.</param>
internal sealed record PayoutAmount(
    string Id,
    string Title,
    Condition? When,
    Expression Amount,
    Citation Citation
);
