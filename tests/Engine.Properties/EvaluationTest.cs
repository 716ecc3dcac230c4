using Assessment.Engine.Payouts;
using Assessment.Engine.Properties.Independent;
using Assessment.Engine.Results;
using Fractions;

namespace Assessment.Engine.Properties;

/// <summary>
/// The engine's numbers against those of an evaluation that reads the scheme's file itself and calculates in fractions
/// of big integers. Over all schemes these are 2,000 sets of facts, and over 100,000 in a night (<c>./test long</c>).
/// </summary>
public sealed class EvaluationTest
{
    private const int CasesOfAScheme = 334;

    /// <summary>Of what the engine is for, more is looked at than of any other property.</summary>
    private const int TimesAsMany = 24;
    private const int Fen = 2;

    // Results hold decimals: of fractions that never end the last of 28 digits is cut.
    private static readonly Fraction Cut = new(1, 1_000_000_000_000_000_000);

    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void Evaluation_EqualsAnIndependentOneInFractions(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                var independent = new IndependentEvaluation(township, result);
                foreach (var area in result.Areas)
                {
                    var own = independent.Areas[area.Id];
                    Same(own.Total, area.Total, $"{area.Id} total");
                    Assert.Equal(independent.Rank(own), area.Rank);
                    Same(own.Named("bonus"), area.Bonus, $"{area.Id} bonus");
                    Same(own.Named("deduction"), area.Deduction, $"{area.Id} deduction");
                    Same(own.Named("progress"), area.Progress, $"{area.Id} progress");
                    foreach (var (item, value) in area.Items)
                    {
                        Same(own.Named(item), value, $"{area.Id} {item}");
                    }
                }
                foreach (var person in result.Staff)
                {
                    LookAt(person, independent.Staff[person.Id], result);
                }

                foreach (var line in result.Payouts.Lines)
                {
                    LookAt(line, independent);
                }
            },
            CasesOfAScheme,
            TimesAsMany
        );

    private static void LookAt(StaffResult person, SheetValues own, EvaluationResult result)
    {
        // Who is not assessed has none, whatever the facts would give.
        if (
            person.Total is null
            && result.Explain(person.Id).Children.Any(child => child.Id == "aside")
        )
        {
            return;
        }

        Same(own.Total, person.Total, $"{person.Id} total");
        foreach (var (item, value) in person.Items)
        {
            Same(own.Named(item), value, $"{person.Id} {item}");
        }
    }

    private static void LookAt(PayoutLine line, IndependentEvaluation independent)
    {
        if (independent.Pool(line) is var (fund, shares))
        {
            // Nobody can be paid out of a fund while somebody's part of it is not known, or all parts are nothing.
            var isKnown =
                fund.Value is not null
                && shares.All(share => share.Value is not null)
                && shares.Any(share => share.Value > Fraction.Zero);
            Assert.Equal(isKnown, line.Amount is not null);
            return;
        }
        if (line.Role is not null && independent.Amount(line) is { } amount)
        {
            Assert.Equal(
                Fraction.Round(amount, Fen, MidpointRounding.AwayFromZero),
                (Fraction)line.Amount!.Value.Yuan
            );
        }
    }

    private static void Same(Figure expected, decimal? actual, string what)
    {
        var isSame = expected.Value is { } value
            ? actual is { } number && (value - number).Abs() < Cut
            : actual is null;
        Assert.True(isSame, $"{what}: {expected.Value} became {actual}");
    }
}
