using Assessment.Engine.Cases;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Engine.Results;
using Assessment.Engine.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace Assessment.Engine.Properties;

/// <summary>What is written and read again is the same; what a file says does not depend on how it is laid out.</summary>
public sealed class WrittenAgainTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void FactsWrittenAndRead_AreTheSame(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var written = FactSetJson.Write(township.Facts);
                var read = FactSetJson.Read(written);

                Assert.Equal(written, FactSetJson.Write(read));
                Assert.Equal(township.Facts.Areas, read.Areas);
                Assert.Equal(township.Facts.Staff, read.Staff);
                Assert.Equal(township.Facts.Events, read.Events);
                Assert.Equal(
                    township.Evaluate().Digest,
                    Evaluator.Evaluate(township.Scheme, read).Digest
                );
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void ResultsWrittenAndRead_AreAsExpectedOfThem(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var result = township.Evaluate();
                Assert.Empty(
                    CaseComparison.Compare(ExpectedResult.Read(ResultJson.Write(result)), result)
                );
            }
        );

    /// <summary>Keys in another order, other brackets and quotes, comments, empty lines.</summary>
    [Theory]
    [MemberData(nameof(EachScheme))]
    public void SchemeLaidOutDifferently_IsTheSameVersion(string scheme) =>
        Property.Holds(
            Seeds,
            seed =>
            {
                var layout = new SchemeLayout(Schemes.Text(scheme), new Random(seed));
                layout.Reorder();
                var (original, again) = (Schemes.Read(scheme), Read(layout.Write()));

                Assert.Equal(original.Version, again.Version);
                Assert.Equal(Digest(original, seed), Digest(again, seed));
            },
            cases: 15
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void SchemeWithOtherNumbers_IsAnotherVersion_AndTheSameWhenWrittenAndRead(
        string scheme
    ) =>
        Property.Holds(
            Seeds,
            seed =>
            {
                var layout = new SchemeLayout(Schemes.Text(scheme), new Random(seed));
                var isChanged = layout.ChangeAParameter();
                // Shares that no longer add up, levels in the wrong order and the like are refused.
                if (TryRead(layout.Write()) is not { } changed)
                {
                    return;
                }

                Assert.NotEqual(isChanged, Schemes.Read(scheme).Version == changed.Version);
                IsTheSameWhenWrittenAndRead(changed, seed);
            },
            cases: 15
        );

    /// <summary>Whatever is left out: the reader refuses the rest with its own words, or it is a scheme like any other.</summary>
    [Theory]
    [MemberData(nameof(EachScheme))]
    public void SchemeOfWhichSomethingIsLeftOut_IsRefusedOrTheSameWhenWrittenAndRead(
        string scheme
    ) =>
        Property.Holds(
            Seeds,
            seed =>
            {
                var layout = new SchemeLayout(Schemes.Text(scheme), new Random(seed));
                layout.LeaveSomethingOut();
                if (TryRead(layout.Write()) is { } rest)
                {
                    IsTheSameWhenWrittenAndRead(rest, seed);
                }
            },
            cases: 60
        );

    /// <summary>So that the property above is not only about refusals: what a scheme can do without.</summary>
    [Theory]
    [InlineData("gaojing-2024", "payout", "postings")]
    [InlineData("gaojing-2024", "publicity")]
    [InlineData("danan-2017", "publicity")]
    [InlineData("jingan-guidance", "publicity")]
    public void SchemeWithoutASectionItCanDoWithout_IsTheSameWhenWrittenAndRead(
        string scheme,
        params string[] sections
    )
    {
        var layout = new SchemeLayout(Schemes.Text(scheme), new Random(1));
        foreach (var section in sections)
        {
            layout.LeaveOut(section);
        }

        IsTheSameWhenWrittenAndRead(Read(layout.Write()), 1);
    }

    private static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static void IsTheSameWhenWrittenAndRead(Scheme scheme, int seed)
    {
        var again = Read(SchemeWriter.Write(scheme));

        Assert.Equal(scheme.Version, again.Version);
        Assert.Equal(SchemeWriter.Write(scheme), SchemeWriter.Write(again));
        Assert.Equal(
            scheme.Citations.Select(one => (one.Rule, one.Citation)),
            again.Citations.Select(one => (one.Rule, one.Citation))
        );
        Assert.Equal(Digest(scheme, seed), Digest(again, seed));
    }

    /// <summary>The digest of a made-up township, the same for the same seed.</summary>
    private static string Digest(Scheme scheme, int seed)
    {
        var facts = new TownshipDraw(Schemes.Read(scheme.Id), new Random(seed), size: 40).Draw();
        try
        {
            return Evaluator.Evaluate(scheme, facts).Digest;
        }
        catch (FactSetException refused)
        {
            // Without a rule its facts do not fit any more.
            return string.Join(' ', refused.Problems.Select(problem => problem.Code));
        }
    }

    private static Scheme Read(string text) => SchemeReader.Read(text, "scheme.yaml");

    private static Scheme? TryRead(string text)
    {
        try
        {
            return Read(text);
        }
        catch (SchemeException)
        {
            return null;
        }
    }
}
