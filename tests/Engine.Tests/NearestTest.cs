using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Nearest;
using Assessment.Engine.Numbers;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

public sealed class NearestTest
{
    private const string Gaojing = "gaojing-2024";

    public static TheoryData<string, string> SubjectsOfEachScheme() =>
        new()
        {
            { Gaojing, "gj12" },
            { Gaojing, "gj04" },
            { "jiuting-2025", "jt05" },
            { "danan-2017", "dn5" },
            { "danan-2017", "dn1p6" },
            { "jingan-guidance", "ja02p2" },
            { "secretary-three-reviews", "sc02p0" },
            { "secretary-three-papers", "sc05p0" },
            { "secretary-three-papers", "sc12p0" },
        };

    [Theory]
    [MemberData(nameof(SubjectsOfEachScheme))]
    public void EachChange_IsEnoughAndOneStepLessIsNot(string schemeId, string subject)
    {
        var scheme = SchemeFolder.Read(schemeId);
        var facts = SchemeFolder.Facts(schemeId, "1");

        var changes = NearestFinder.Find(scheme, facts, subject);

        Assert.NotEmpty(changes);
        Snapshot.AssertIs(
            $"tests/Engine.Tests/Nearest/{schemeId}-{subject}.txt",
            string.Concat(
                changes.Select(change =>
                    $"{change.Aim} {(change.IsBetter ? "better" : "worse")}: {change.Title} {change.Change} {change.Steps}: {change.Before} → {change.After}\n"
                )
            )
        );
        foreach (var change in changes)
        {
            var step = (change.To - change.From) / change.Steps;
            Assert.NotEqual(change.Before, change.After);
            Assert.Equal(change.After, PlaceWith(change, change.To));
            if (change.Steps > 1)
            {
                Assert.False(IsMoved(change, PlaceWith(change, change.To - step)), $"{change}");
            }
        }

        string? PlaceWith(NearestChange change, Rational value)
        {
            var moved =
                change.Figure == NearestFigure.Value
                    ? change.Fact with
                    {
                        Value = value,
                    }
                    : change.Fact with
                    {
                        Count = value.ToDecimal(),
                    };
            var result = Evaluator.Evaluate(
                scheme,
                facts with
                {
                    Facts = [.. facts.Facts.Where(one => !IsSame(one, change.Fact)), moved],
                }
            );
            return Place(result, subject, change.Aim);
        }
    }

    [Fact]
    public void RateCountedByTickets_IsReportedInTickets()
    {
        var facts = new TownshipFacts(6)
            .SetRates("a01", 60m)
            .Set("a01", "tickets", 40m)
            .Set("a02", "tickets", 40m)
            .SetRates("a02", 62m)
            .Build();

        var changes = NearestFinder.Find(SchemeFolder.Read(Gaojing), facts, "a01");

        var up = changes.First(change =>
            change is { Aim: NearestAim.Rank, IsBetter: true, Fact.Item: "hotline.resolution" }
        );
        Assert.Equal(3, up.Steps);
        Assert.Equal(67.5m, up.To);
        Assert.Equal("多 3 件（60 → 67.5%）", up.Change);
        Assert.Equal(("第 6 名", "第 1 名"), (up.Before, up.After));
    }

    [Fact]
    public void FactThatIsNotThere_CountsAsTheValueThatTheSchemeNames()
    {
        var facts = new TownshipFacts(2).SetScores("a02", 79m).Build();

        var changes = NearestFinder.Find(SchemeFolder.Read(Gaojing), facts, "a01");

        var down = changes.First(change =>
            change is { Aim: NearestAim.Rank, IsBetter: false, Fact.Item: "visits.false" }
        );
        Assert.True(down.IsAbsent);
        Assert.Equal((0m, 1m), (down.From, down.To));
    }

    [Fact]
    public void InvalidBallot_IsMovedByMoreVoters()
    {
        var facts = SchemeFolder.Facts("jingan-guidance", "1");

        var changes = NearestFinder.Find(SchemeFolder.Read("jingan-guidance"), facts, "ja17");

        var valid = changes.First(change => change.Figure == NearestFigure.Count);
        Assert.True(valid.To > 0.8m * valid.Fact.Eligible);
        Assert.True(valid.To - 1m <= 0.8m * valid.Fact.Eligible);
        Assert.Null(valid.Before);
    }

    [Fact]
    public void UnknownSubject_IsRefused() =>
        Assert.Throws<KeyNotFoundException>(() =>
            NearestFinder.Find(
                SchemeFolder.Read(Gaojing),
                SchemeFolder.Facts(Gaojing, "1"),
                "nobody"
            )
        );

    private static bool IsMoved(NearestChange change, string? place) =>
        place != change.Before
        && (
            change.Aim != NearestAim.Rank
            || Number(place) < Number(change.Before) == change.IsBetter
        )
        && place == change.After;

    private static int Number(string? rank) =>
        rank is null ? int.MaxValue : int.Parse(rank.Split(' ')[1], provider: null);

    private static bool IsSame(Fact a, Fact b) =>
        (a.Subject, a.Item, a.By, a.Period) == (b.Subject, b.Item, b.By, b.Period);

    private static string? Place(EvaluationResult result, string subject, NearestAim aim)
    {
        var area = result.Areas.FirstOrDefault(one => one.Id == subject);
        var person = result.Staff.FirstOrDefault(one => one.Id == subject);
        return aim switch
        {
            NearestAim.Rank => (area?.Rank ?? person?.Rank) is { } rank ? $"第 {rank} 名" : null,
            NearestAim.Grade => area is null ? person!.Grade : area.Grade,
            NearestAim.Tier => area!.Tier,
            _ => person!.Band,
        };
    }

    [Fact]
    public void Search_GoesOnFromAMeanThatLiesBetweenTwoSteps()
    {
        var facts = new TownshipFacts(2).Build();
        var scheme = SchemeFolder.Read("gaojing-2024");
        var visits = new Fact("a01", "visits.false", new MeanParts(7, 2));

        var found = NearestFinder.Find(
            scheme,
            facts with
            {
                Facts = [.. facts.Facts.Where(fact => fact.Item != "visits.false"), visits],
            },
            "a01"
        );

        Assert.Contains(found, change => change.Fact.Item == "visits.false");
    }
}
