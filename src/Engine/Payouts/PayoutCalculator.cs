using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;

namespace Assessment.Engine.Payouts;

/// <summary>绩效发放: who gets how much, from published results and staff alone.</summary>
public static class PayoutCalculator
{
    /// <param name="staff">With pay bases (绩效基数) where the scheme asks for them.</param>
    /// <exception cref="FactSetException">Somebody is in an area that has no result.</exception>
    public static PayoutLines Calculate(
        Scheme scheme,
        FinalOutcome outcome,
        IReadOnlyList<StaffMember> staff
    )
    {
        if (scheme.Rules.Payout is not { } rule)
        {
            return new(
                [],
                [],
                person => throw new KeyNotFoundException($"No payout line for {person}")
            );
        }

        var table = PayoutTableBuilder.Build(rule, outcome, staff);
        var decision = new PayoutDecision(scheme, rule, table);
        var decided = new DecidedPayout[staff.Count];
        var lines = new PayoutLine[staff.Count];
        for (var person = 0; person < decided.Length; person++)
        {
            decided[person] = decision.Decide(person);
            lines[person] = decided[person].Line;
        }
        return new(
            lines,
            decision.Findings,
            person =>
                new PayoutExplanation(
                    scheme,
                    Array.Find(
                        decided,
                        payout =>
                            string.Equals(payout.Line.Person, person, StringComparison.Ordinal)
                    ) ?? throw new KeyNotFoundException($"No payout line for {person}")
                ).Build()
        );
    }
}
