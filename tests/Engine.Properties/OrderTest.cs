using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>The order in which facts arrive is nobody's business.</summary>
public sealed class OrderTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void OrderOfAreasStaffFactsAndEvents_ChangesNothing(string scheme) =>
        Property.Holds(
            scheme,
            township =>
            {
                var random = township.Random();
                var facts = township.Facts;
                var shuffled = township with
                {
                    Facts = facts with
                    {
                        Areas = Shuffled(facts.Areas, random),
                        Staff = Shuffled(facts.Staff, random),
                        Facts = Shuffled(facts.Facts, random),
                        Events = Shuffled(facts.Events, random),
                    },
                };

                var (before, after) = (township.Evaluate(), shuffled.Evaluate());

                Assert.Equal(ResultJson.Write(before), ResultJson.Write(after));
                Assert.Equal(before.Digest, after.Digest);
                Assert.Equal(Everything.Explained(before), Everything.Explained(after));
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void SameFactsTwice_GiveTheSameDigest(string scheme) =>
        Property.Holds(
            scheme,
            township =>
                Assert.Equal(
                    township.Evaluate().Digest,
                    (township with { Scheme = Schemes.Read(scheme) }).Evaluate().Digest
                )
        );

    private static T[] Shuffled<T>(IEnumerable<T> list, Random random)
    {
        var shuffled = list.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
