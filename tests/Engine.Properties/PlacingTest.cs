using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties;

/// <summary>
/// Ranks, quotas, bands and tiers, held against what the scheme's file says: places and cut points are worked out here
/// from its text.
/// </summary>
public sealed class PlacingTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void Ranks_CountThoseWhoAreBetter(string scheme) =>
        OnEachGroup(
            scheme,
            group =>
            {
                var ranked = group.Ranked;
                Assert.All(group.Members, one => Assert.Equal(one.Total is null, one.Rank is null));
                foreach (var one in ranked)
                {
                    Assert.Equal(1 + ranked.Count(other => other.Rank < one.Rank), one.Rank);
                }

                foreach (var (better, worse) in ranked.Zip(ranked.Skip(1)))
                {
                    var (above, below) = (group.IsBelow(better), group.IsBelow(worse));
                    Assert.True(above == below ? better.Total >= worse.Total : below);
                    var equal = (better.Total, above) == (worse.Total, below);
                    if (better.Rank == worse.Rank)
                    {
                        Assert.True(equal);
                    }
                    else if (group.Sheet.At("rank").At("tieBreaks") is null)
                    {
                        Assert.False(equal);
                    }
                }
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void Quotas_AreNeverExceeded(string scheme) =>
        OnEachGroup(
            scheme,
            group =>
            {
                foreach (var grade in group.Sheet.At("grades").Elements())
                {
                    if (grade.At("quota") is { } quota)
                    {
                        Assert.InRange(
                            group.Members.Count(one => one.Grade == grade.At("name").Text()),
                            0,
                            group.Places(quota)
                        );
                    }
                }
            }
        );

    /// <summary>
    /// Who shares a rank shares the grade, unless a condition of the grade (the area's grade, a veto) tells them apart;
    /// and nobody is passed over by somebody who ranks worse.
    /// </summary>
    [Theory]
    [MemberData(nameof(EachScheme))]
    public void Ties_AreNotSplit_AndNobodyIsPassedOver(string scheme) =>
        OnEachGroup(
            scheme,
            group =>
            {
                var grades = group.Sheet.At("grades").Elements().ToList();
                if (grades.Count == 0)
                {
                    return;
                }

                Assert.All(group.Ranked, one => Assert.NotNull(one.Grade));
                foreach (var better in group.Ranked)
                {
                    foreach (var worse in group.Ranked.Where(one => one.Rank >= better.Rank))
                    {
                        var given = grades.FindIndex(one => one.At("name").Text() == worse.Grade);
                        // Who could have the worse one's grade has it or a better one.
                        if (group.IsCandidate(grades[given], better))
                        {
                            Assert.InRange(
                                grades.FindIndex(one => one.At("name").Text() == better.Grade),
                                0,
                                given
                            );
                        }
                    }
                }
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void Bands_AreCutWhereTheirSharesAddUp(string scheme) =>
        OnEachGroup(
            scheme,
            group =>
            {
                var bands = group.Sheet.At("bands").Elements();
                foreach (var one in group.Ranked)
                {
                    if (bands.Count == 0)
                    {
                        return;
                    }

                    var always = bands.FirstOrDefault(band => group.Holds(band.At("always"), one));
                    var upTo = 0m;
                    var expected = bands.First(band =>
                    {
                        upTo += group.Scheme.Number(band.At("share")!);
                        return one.Rank <= HalfUp(upTo * group.Members.Count);
                    });
                    Assert.Equal((always ?? expected).At("name").Text(), one.Band);
                }
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void FirstTier_GoesToThePositionsOfThoseWhoAreNotBarred(string scheme) =>
        OnEachGroup(
            scheme,
            group =>
            {
                if (group.Sheet.At("tiers").Elements() is not [var first, ..])
                {
                    return;
                }

                bool IsBarred(PlacedSubject one) => group.Holds(first.At("unless"), one);
                foreach (var one in group.Ranked)
                {
                    var position =
                        1 + group.Ranked.Count(other => !IsBarred(other) && other.Rank < one.Rank);
                    var isFirst =
                        !IsBarred(one)
                        && (
                            position <= group.Scheme.Number(first.At("toRank")!)
                            || first.At("orAbove") is { } enough
                                && one.Total > group.Scheme.Number(enough)
                        );
                    Assert.Equal(isFirst, one.Tier == first.At("name").Text());
                }
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void WhoIsAside_HasNoRankAndTheGradeOfTheRule(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                foreach (var (id, sheet) in township.Written.Sheets())
                {
                    foreach (var one in PlacedSubject.On(id, result))
                    {
                        if (SheetGroup.Aside(township.Written, sheet, one) is not { } aside)
                        {
                            continue;
                        }

                        Assert.Equal(
                            (null, null, aside.At("grade").Text()),
                            ((int?)one.Rank, one.Band, one.Grade)
                        );
                        if (aside.At("total").Text() == "false")
                        {
                            Assert.Null(one.Total);
                        }
                    }
                }
            }
        );

    private static void OnEachGroup(string scheme, Action<SheetGroup> look) =>
        Property.Holds(
            scheme,
            township =>
            {
                foreach (var group in SheetGroup.Of(township))
                {
                    look(group);
                }
            }
        );

    private static decimal HalfUp(decimal value) =>
        decimal.Round(value, MidpointRounding.AwayFromZero);
}
