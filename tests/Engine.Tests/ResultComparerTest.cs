using System.Text;
using Assessment.Engine.Comparing;
using Assessment.Engine.Facts;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests;

public sealed class ResultComparerTest
{
    private const string Gaojing = "gaojing-2024";

    public static TheoryData<string, string, string> PairsOfCases()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var scheme in SchemeFolder.Schemes())
        {
            pairs.Add(scheme, "1", "2");
            pairs.Add(scheme, "4", "5");
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(PairsOfCases))]
    public void FactsOfTwoCases_PartsAddUpToTheDifference(
        string scheme,
        string first,
        string second
    )
    {
        var comparison = ResultComparer.CompareFacts(
            SchemeFolder.Read(scheme),
            SchemeFolder.Facts(scheme, first),
            SchemeFolder.Facts(scheme, second)
        );

        Assert.Contains(comparison.Subjects, subject => subject.IsMoved);
        AssertPartsAddUp(comparison);
        Snapshot.AssertIs(
            $"tests/Engine.Tests/Comparisons/{scheme}-{first}-{second}.txt",
            Described(comparison)
        );
    }

    [Fact]
    public void SchemeChangedInManyPlaces_IsComparedByClause()
    {
        var text = SchemeFolder.Text(Gaojing, "scheme.yaml");
        var changed = Changed(
            text,
            ("{share: 30%, max: 9, limit: hard}", "{share: 20%}"),
            ("toRank: 5", "toRank: 4"),
            (
                "          title: 日常走访联系居民群众、重点群体情况\n          points: 18\n",
                "          points: 18\n          title: 日常走访联系居民群众情况\n"
            ),
            ("          chosen: 没有抽查记录按没有虚假走访计\n", "")
        );

        var comparison = ResultComparer.CompareSchemes(
            SchemeReader.Read(text, "first.yaml"),
            SchemeReader.Read(changed, "second.yaml"),
            SchemeFolder.Facts(Gaojing, "1")
        );

        AssertPartsAddUp(comparison);
        Snapshot.AssertIs(
            "tests/Engine.Tests/Comparisons/gaojing-2024-changed.txt",
            Described(comparison)
        );

        static string Changed(string text, params (string Old, string New)[] changes)
        {
            foreach (var (old, replacement) in changes)
            {
                text = text.Replace(old, replacement, StringComparison.Ordinal);
            }

            return text;
        }
    }

    private static string State(SubjectState? state) =>
        state is null
            ? "无"
            : $"{state.Total} 分，第 {state.Rank} 名，{state.Grade} {state.Place} {state.Amount?.Yuan}";

    /// <summary>Every step, and the first subjects that are moved with the parts of their difference.</summary>
    private static string Described(ResultComparison comparison)
    {
        var text = new StringBuilder();
        foreach (var step in comparison.Steps)
        {
            text.Append($"{step.Kind} {step.Title} {step.Clause}\n");
        }

        foreach (var subject in comparison.Subjects.Where(one => one.IsMoved).Take(4))
        {
            text.Append(
                $"\n{subject.Id} {subject.Name}：{State(subject.First)} → {State(subject.Second)}\n"
            );
            foreach (var part in subject.Parts)
            {
                text.Append(
                    $"{string.Join('、', part.Steps.Select(step => step.Title))}：{part.Total} 分 {part.Amount?.Yuan} 元；{State(part.Before)} → {State(part.After)}\n"
                );
            }
        }
        return text.ToString();
    }

    [Theory]
    [InlineData(
        "value: 40%, clause: 四（二）2, quote: \"参与户数不少于居民区总户数为5%),占40%\"",
        "value: 50%, clause: 四（二）2, quote: \"参与户数不少于居民区总户数为5%),占40%\""
    )]
    public void OneWeightChanged_IsNamedWithItsClause(string before, string after)
    {
        var text = SchemeFolder.Text(Gaojing, "scheme.yaml");
        // The other weight goes down, so that they add up to 100% again.
        var changed = text.Replace(before, after, StringComparison.Ordinal)
            .Replace(
                "value: 20%, clause: 四（二）2, quote: \"一般不超过100户),评议占20%\"",
                "value: 10%, clause: 四（二）2, quote: \"一般不超过100户),评议占20%\"",
                StringComparison.Ordinal
            );

        var comparison = ResultComparer.CompareSchemes(
            SchemeReader.Read(text, "first.yaml"),
            SchemeReader.Read(changed, "second.yaml"),
            SchemeFolder.Facts(Gaojing, "1")
        );

        Assert.Equal(
            [("座谈会评议占比", "四（二）2"), ("第三方测评占比", "四（二）2")],
            comparison.Steps.Select(step => (step.Title, step.Clause))
        );
        AssertPartsAddUp(comparison);
    }

    [Fact]
    public void PointsMovedFromOneItemToAnother_PartsAddUpThoughTheSchemeBetweenIsUnsound()
    {
        var text = SchemeFolder.Text(Gaojing, "scheme.yaml");
        var changed = text.Replace(
                "          title: 日常走访联系居民群众、重点群体情况\n          points: 18",
                "          title: 日常走访联系居民群众、重点群体情况\n          points: 16",
                StringComparison.Ordinal
            )
            .Replace(
                "          title: 为群众办实事、解决“急难愁盼”问题情况\n          points: 18",
                "          title: 为群众办实事、解决“急难愁盼”问题情况\n          points: 20",
                StringComparison.Ordinal
            );

        var comparison = ResultComparer.CompareSchemes(
            SchemeReader.Read(text, "first.yaml"),
            SchemeReader.Read(changed, "second.yaml"),
            SchemeFolder.Facts(Gaojing, "1")
        );

        Assert.Equal(2, comparison.Steps.Count);
        AssertPartsAddUp(comparison);
        Assert.Contains(
            comparison.Subjects,
            subject =>
                subject.Parts.Any(part => part.Total < 0m)
                && subject.Parts.Any(part => part.Total > 0m)
        );
    }

    [Fact]
    public void RuleRenamed_IsTakenTogetherWithWhatUsesIt()
    {
        var text = SchemeFolder.Text(Gaojing, "scheme.yaml");
        var changed = text.Replace("visits.points", "visits.each", StringComparison.Ordinal)
            .Replace(
                "随机抽查10户,未真实走访1户扣1分\"}",
                "随机抽查10户,未真实走访1户扣1分\", chosen: 每户}",
                StringComparison.Ordinal
            );

        var comparison = ResultComparer.CompareSchemes(
            SchemeReader.Read(text, "first.yaml"),
            SchemeReader.Read(changed, "second.yaml"),
            SchemeFolder.Facts(Gaojing, "1")
        );

        Assert.NotEmpty(comparison.Steps);
        Assert.DoesNotContain(comparison.Subjects, subject => subject.IsMoved);
    }

    [Fact]
    public void TheSameTwice_HasNoSteps()
    {
        var scheme = SchemeFolder.Read(Gaojing);
        var facts = SchemeFolder.Facts(Gaojing, "1");

        Assert.Empty(ResultComparer.CompareSchemes(scheme, scheme, facts).Steps);
        Assert.Empty(ResultComparer.CompareFacts(scheme, facts, facts).Steps);
    }

    private static void AssertPartsAddUp(ResultComparison comparison)
    {
        foreach (var subject in comparison.Subjects)
        {
            if (subject.TotalDifference is { } total)
            {
                Assert.Equal(
                    (subject.Id, total),
                    (subject.Id, subject.Parts.Sum(part => part.Total ?? 0m))
                );
            }

            if (subject.AmountDifference is { } amount)
            {
                Assert.Equal(
                    (subject.Id, amount.Yuan),
                    (subject.Id, subject.Parts.Sum(part => part.Amount?.Yuan ?? 0m))
                );
            }

            if (subject.IsMoved)
            {
                Assert.NotEmpty(subject.Parts);
            }
        }
    }
}
