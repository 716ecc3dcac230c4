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
    [InlineData("danan-2017", "3d8731b16445e60091eb910c900769698572eb13d1c2f1b5ebd3637effa1607f")]
    [InlineData("gaojing-2024", "ac3f45cecb07f04b3185e1dafe0479c4c1faa37ca816e85ca35846b48d5ddc8e")]
    [InlineData(
        "jingan-guidance",
        "e2a37a2d3fc05b26ab516394d072cb08a5f8f29a7a7853845d52a2f8a3fd5555"
    )]
    [InlineData("jiuting-2025", "a63f9ebede7bcc327e9992c29fe6b7cfab196cde9f604290eba8e4e867f8c5d5")]
    [InlineData(
        "secretary-three-papers",
        "de36c4a2039a8b421a4c7d229f8b809d5a93ac61803a24d57668571515eba710"
    )]
    [InlineData(
        "secretary-three-reviews",
        "250433a4c92c0f3dc4465aa1a485b8d7b604deec24610de0caf579a16c05f610"
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
