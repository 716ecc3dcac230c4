using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Tests;

/// <summary>Where a scheme names one source of a fact, a fact need not say that it comes from it.</summary>
public sealed class OnlySourceTest
{
    private const string Scheme = "jiuting-2025";

    [Fact]
    public void FactWithoutItsOnlySource_CountsLikeOneWithIt()
    {
        var facts = SchemeFolder.Facts(Scheme, "1");
        Assert.Contains(facts.Facts, fact => fact is { Item: "M1", By: null });

        var named = facts with
        {
            Facts =
            [
                .. facts.Facts.Select(fact =>
                    fact.Item == "M1" ? fact with { By = "questionnaire" } : fact
                ),
            ],
        };

        Assert.Equal(Totals(facts), Totals(named));
        Assert.DoesNotContain(null, Totals(facts));
    }

    [Fact]
    public void FactWithItsOnlySourceAndOnceMoreWithout_IsRefused()
    {
        var facts = SchemeFolder.Facts(Scheme, "1");
        var twice = facts with
        {
            Facts =
            [
                .. facts.Facts,
                facts.Facts.First(fact => fact.Item == "M1") with
                {
                    By = "questionnaire",
                },
            ],
        };

        var refused = Assert.Throws<FactSetException>(() =>
            Evaluator.Evaluate(SchemeFolder.Read(Scheme), twice)
        );

        Assert.Equal("fact-twice", refused.Code);
    }

    [Fact]
    public void SurveyThatCountsNoHouseholds_NeedsNoItemForThem()
    {
        var survey = SchemeFolder.Read(Scheme).Collection.Survey!;

        Assert.Null(survey.Households);
        Assert.Null(survey.PartyMembers);
        Assert.Equal(0.3m, Assert.Single(survey.Campaigns).CoverageShare);
    }

    private static List<decimal?> Totals(FactSet facts) =>
        [.. Evaluator.Evaluate(SchemeFolder.Read(Scheme), facts).Areas.Select(area => area.Total)];
}
