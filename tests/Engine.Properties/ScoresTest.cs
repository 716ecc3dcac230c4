using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>Who does better does not rank lower, and who does badly takes nothing from the others.</summary>
public sealed class ScoresTest
{
    // A share or points are the better the higher; households, votes, tickets and ranks are not.
    private static readonly string[] UnitsOfScores = ["分", "%"];

    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void OneScoreRaised_NeverLowersTheOwnRankOrTotal(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var random = township.Random();
                var facts = township.Facts;
                var scores = Enumerable
                    .Range(0, facts.Facts.Count)
                    .Where(i =>
                        MostOf(township.Scheme, facts.Facts[i]) > facts.Facts[i].Value.Number
                    )
                    .ToList();
                if (scores.Count == 0)
                {
                    return;
                }

                var changed = facts.Facts.ToArray();
                var at = random.Pick(scores);
                var most = MostOf(township.Scheme, changed[at])!.Value;
                changed[at] = changed[at] with
                {
                    Value = random.Pick<Rational>(
                        most,
                        Rational.Min(most, changed[at].Value.Number + 0.5m)
                    ),
                };

                var before = township.Evaluate();
                var after = (township with { Facts = facts with { Facts = changed } }).Evaluate();

                var (was, now) = (
                    Own(before, changed[at].Subject),
                    Own(after, changed[at].Subject)
                );
                Assert.Equal(was.Total is null, now.Total is null);
                Assert.True((now.Total ?? 0m) >= (was.Total ?? 0m), $"{was} became {now}");
                // Somebody who was aside may come to be ranked, but nobody the other way.
                if (was.Rank is { } rank)
                {
                    Assert.True(now.Rank <= rank, $"{was} became {now}");
                }
            }
        );

    /// <summary>
    /// A new area of which every score is the least there can be. Totals of areas depend on others by ranks alone, and
    /// it ranks behind; a person's total may depend on the rank of the own area, so that where deductions leave that
    /// area behind even the worst, its people may fall.
    /// </summary>
    [Theory]
    [MemberData(nameof(EachScheme))]
    public void WorstAreaMore_ChangesNobodysTotal(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var facts = township.Facts;
                var before = township.Evaluate();
                var after = (
                    township with
                    {
                        Facts = facts with
                        {
                            Areas = [.. facts.Areas, new("worst", "最差", 100, 10)],
                            Facts =
                            [
                                .. facts.Facts,
                                .. AreaFacts(township)
                                    .Select(fact => fact with { Subject = "worst" }),
                            ],
                        },
                    }
                ).Evaluate();

                Assert.Equal(
                    before.Areas.Select(area => (area.Id, area.Total)),
                    after
                        .Areas.Where(area => area.Id != "worst")
                        .Select(area => (area.Id, area.Total))
                );
                var behind = after
                    .Areas.Where(area =>
                        area.Rank > after.Areas.Single(one => one.Id == "worst").Rank
                    )
                    .Select(area => area.Id)
                    .ToHashSet(StringComparer.Ordinal);
                foreach (var (was, now) in before.Staff.Zip(after.Staff))
                {
                    var area = facts.Staff.Single(person => person.Id == was.Id).Area;
                    if (behind.Contains(area))
                    {
                        Assert.True(
                            was.Total is null ? now.Total is null : now.Total <= was.Total,
                            $"{was.Id}: {was.Total} became {now.Total}"
                        );
                    }
                    else
                    {
                        Assert.Equal((was.Id, was.Total), (now.Id, now.Total));
                    }
                }
            }
        );

    /// <summary>Somebody in an area of their own, who scores the least there can be.</summary>
    [Theory]
    [MemberData(nameof(EachScheme))]
    public void WorstPersonMore_ChangesNobodysTotal(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var facts = township.Facts;
                var before = township.Evaluate();
                var after = (
                    township with
                    {
                        Facts = facts with
                        {
                            Areas = [.. facts.Areas, new("zWorst", "最差", 100, 10)],
                            Staff =
                            [
                                .. facts.Staff,
                                .. township.Scheme.Posts.Keys.Select(post => new StaffMember(
                                    $"zWorst{post}",
                                    "zWorst",
                                    post,
                                    post
                                )
                                {
                                    Months = 12,
                                    Base = 42000,
                                }),
                            ],
                            Facts =
                            [
                                .. facts.Facts,
                                .. township.Scheme.Posts.Keys.SelectMany(post =>
                                    StaffFacts(township)
                                        .Select(fact => fact with { Subject = $"zWorst{post}" })
                                ),
                            ],
                        },
                    }
                ).Evaluate();

                Assert.Equal(
                    before.Staff.Select(person => (person.Id, person.Total)),
                    after
                        .Staff.Where(person => !person.Id.StartsWith("zWorst"))
                        .Select(person => (person.Id, person.Total))
                );
            }
        );

    private static IEnumerable<Fact> AreaFacts(Township township) =>
        new SubjectFacts(
            township.Scheme,
            township.Scheme.Rules.AreaFacts,
            township.Random()
        ).Worst();

    private static IEnumerable<Fact> StaffFacts(Township township) =>
        new SubjectFacts(
            township.Scheme,
            township.Scheme.Rules.StaffFacts,
            township.Random()
        ).Worst();

    /// <summary>The most that a fact can be, where more is better; otherwise null.</summary>
    private static decimal? MostOf(Scheme scheme, Fact fact) =>
        scheme.Facts.TryGetValue(fact.Item, out var declared)
            ? UnitsOfScores.Contains(declared.Unit)
                ? declared.Range?.Most
                : null
            : scheme.FactKinds[fact.Item].Range?.Most;

    private static (decimal? Total, int? Rank) Own(EvaluationResult result, string subject) =>
        result
            .Areas.Where(area => area.Id == subject)
            .Select(area => (area.Total, area.Rank))
            .Concat(
                result
                    .Staff.Where(person => person.Id == subject)
                    .Select(person => (person.Total, person.Rank))
            )
            .FirstOrDefault();
}
