using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

public sealed class DigestTest
{
    private static readonly Scheme Gaojing = SchemeFolder.Read("gaojing-2024");
    private static readonly FactSet Facts = SchemeFolder.Facts("gaojing-2024", "1");

    private static string DigestOf(FactSet facts) => Evaluator.Evaluate(Gaojing, facts).Digest;

    /// <summary>Changes only when the scheme, the case or the canonical form is changed, and then on purpose.</summary>
    [Theory]
    [InlineData("danan-2017", "e1a0bd76a24375983c22d88aaaa029e5eb7c7ba2f4bc9e93efa192a82ea175e2")]
    [InlineData("gaojing-2024", "b415d93b05aa61e7a914b3813b6e3eca59aa890a4300dbcf8122390142fbf507")]
    [InlineData(
        "jingan-guidance",
        "d2346bc1a1471d9cbd3c7344e847b7d5244ecc0933eec2d88e89b1882b0e0439"
    )]
    [InlineData("jiuting-2025", "12329a27443c8b5b4f1f0fb3e988e4fa1b31e27f60e21ef3af8f76ac13b2fcf0")]
    [InlineData(
        "secretary-three-papers",
        "84aa08d73846750c9e02deaaed5dc9febd2737f944aca00cfe7a7d020e61928b"
    )]
    [InlineData(
        "secretary-three-reviews",
        "a3dda6b60dfe9f721fa538c3f506a1c75ba6872db0949e55677938979ffe5fde"
    )]
    public void FourthCase_HasItsGoldenDigest(string scheme, string digest) =>
        Assert.Equal(
            digest,
            Evaluator.Evaluate(SchemeFolder.Read(scheme), SchemeFolder.Facts(scheme, "4")).Digest
        );

    [Fact]
    public void OrderOfFactsEventsAreasAndStaff_ChangesNothing()
    {
        var original = Evaluator.Evaluate(Gaojing, Facts);
        var random = new Random(2024);
        for (var round = 0; round < 5; round++)
        {
            var shuffled = Facts with
            {
                Areas = Shuffled(Facts.Areas, random),
                Staff = Shuffled(Facts.Staff, random),
                Facts = Shuffled(Facts.Facts, random),
                Events = Shuffled(Facts.Events, random),
            };

            var result = Evaluator.Evaluate(Gaojing, shuffled);

            Assert.Equal(ResultJson.Write(original), ResultJson.Write(result));
            Assert.Equal(original.Digest, result.Digest);
        }
    }

    [Fact]
    public void ZerosAtTheEndOfNumbers_ChangeNothing() =>
        Assert.Equal(
            DigestOf(Facts),
            DigestOf(
                Facts with
                {
                    Facts =
                    [
                        .. Facts.Facts.Select(fact =>
                            fact with
                            {
                                Value = fact.Value.Number.ToDecimal() * 1.000m,
                                Count = fact.Count * 1.0m,
                            }
                        ),
                    ],
                }
            )
        );

    [Fact]
    public void WhoWhenAndEvidence_ChangeNothing() =>
        Assert.Equal(
            DigestOf(Facts),
            DigestOf(
                Facts with
                {
                    Facts =
                    [
                        .. Facts.Facts.Select(fact =>
                            fact with
                            {
                                Evidence = ["T1"],
                                ReportedBy = "某人",
                                ReportedAt = DateTimeOffset.UnixEpoch,
                            }
                        ),
                    ],
                    Events =
                    [
                        .. Facts.Events.Select(happened => happened with { Evidence = "文件" }),
                    ],
                }
            )
        );

    [Fact]
    public void OneFactChanged_ChangesTheDigest()
    {
        var changed = Facts with
        {
            Facts =
            [
                Facts.Facts[0] with
                {
                    Value = Facts.Facts[0].Value.Number - 0.1m,
                },
                .. Facts.Facts.Skip(1),
            ],
        };

        Assert.NotEqual(DigestOf(Facts), DigestOf(changed));
    }

    [Fact]
    public void FactsWrittenAndReadAgain_AreTheSame() =>
        Assert.Equal(DigestOf(Facts), DigestOf(FactSetJson.Read(FactSetJson.Write(Facts))));

    private static T[] Shuffled<T>(IEnumerable<T> list, Random random)
    {
        var shuffled = list.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
