using System.Globalization;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>
/// Ids are names and nothing else. Three things go by their order and only they: how results are listed, which of equal
/// remainders of a pool gets a fen that is left over, and which of equal events "counts" where only one does.
/// </summary>
public sealed class RenamedTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void IdsRenamedInTheirOrder_ChangeNothingButIds(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var names = Names(township.Facts, number => number);
                var renamed = township with { Facts = Renamed(township.Facts, names) };

                var (before, after) = (township.Evaluate(), renamed.Evaluate());

                Assert.Equal(ResultJson.Write(before), Back(ResultJson.Write(after), names));
                Assert.Equal(
                    Everything.Explained(before),
                    Back(Everything.Explained(after), names)
                );
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void IdsRenamedInAnyOrder_ChangeNoResultAndNoAmountByMoreThanAFen(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var names = Names(township.Facts, number => 99999 - number);
                var renamed = township with { Facts = Renamed(township.Facts, names) };

                var (before, after) = (township.Evaluate(), renamed.Evaluate());

                Assert.Equal(
                    before.Areas.Select(area => Placing(area)).Order(StringComparer.Ordinal),
                    after
                        .Areas.Select(area => Back(Placing(area), names))
                        .Order(StringComparer.Ordinal)
                );
                Assert.Equal(
                    before.Staff.Select(person => Placing(person)).Order(StringComparer.Ordinal),
                    after
                        .Staff.Select(person => Back(Placing(person), names))
                        .Order(StringComparer.Ordinal)
                );
                var amounts = after.Payouts.Lines.ToDictionary(
                    line => Back(line.Person, names),
                    line => line.Amount,
                    StringComparer.Ordinal
                );
                foreach (var line in before.Payouts.Lines)
                {
                    Assert.Equal(line.Amount is null, amounts[line.Person] is null);
                    Assert.InRange(
                        (line.Amount?.Yuan ?? 0m) - (amounts[line.Person]?.Yuan ?? 0m),
                        -0.01m,
                        0.01m
                    );
                }
            }
        );

    private static string Placing(AreaResult area) =>
        $"{area.Id}: {area.Total:0.00} {area.Rank} {area.Grade} {area.Tier} {area.Bonus:0.####} {area.Deduction:0.####} {area.Progress:0.00}";

    private static string Placing(StaffResult person) =>
        $"{person.Id}: {person.Total:0.00} {person.Rank} {person.Grade} {person.Band} {string.Join(' ', person.Flags)}";

    /// <summary>A new name for each id, in an order that follows from the place of the old one.</summary>
    private static Dictionary<string, string> Names(FactSet facts, Func<int, int> place) =>
        facts
            .Areas.Select(area => area.Id)
            .Concat(facts.Staff.Select(person => person.Id))
            .Concat(facts.Events.Select(happened => happened.Id))
            .Order(StringComparer.Ordinal)
            .Select((id, number) => (Old: id, New: place(number)))
            .ToDictionary(
                one => one.Old,
                one => $"renamed{one.New.ToString("00000", CultureInfo.InvariantCulture)}end",
                StringComparer.Ordinal
            );

    private static string Back(string text, Dictionary<string, string> names)
    {
        foreach (var (old, renamed) in names)
        {
            text = text.Replace(renamed, old);
        }

        return text;
    }

    private static FactSet Renamed(FactSet facts, Dictionary<string, string> names) =>
        facts with
        {
            Areas = [.. facts.Areas.Select(area => area with { Id = names[area.Id] })],
            Staff =
            [
                .. facts.Staff.Select(person =>
                    person with
                    {
                        Id = names[person.Id],
                        Area = names[person.Area],
                    }
                ),
            ],
            Facts = [.. facts.Facts.Select(fact => fact with { Subject = names[fact.Subject] })],
            Events =
            [
                .. facts.Events.Select(happened =>
                    happened with
                    {
                        Id = names[happened.Id],
                        Subject = names[happened.Subject],
                    }
                ),
            ],
        };
}
