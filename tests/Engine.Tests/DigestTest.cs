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
    [InlineData("danan-2017", "630d5718ba23c8a52c5323226e7ce2af8dd2a8eea48d98f97c64a8a3d06563a2")]
    [InlineData("gaojing-2024", "998ded5319cd4c4260e56208f4b49fb3caf64c87d4a28cb5fc6746383ba6e433")]
    [InlineData(
        "jingan-guidance",
        "6416d66688866ddcb54cfbbaea748bdede3d8f5adbd5308c46a0e572b761f652"
    )]
    [InlineData("jiuting-2025", "a0160b2ad7807e362d67d60db341d03b95c9bd667434119cfa404f70fe23acd7")]
    [InlineData(
        "secretary-three-papers",
        "eaee9ee79f7b36a75180c4cee365e72173e72e8a52a36cc09ff05e3d938e874f"
    )]
    [InlineData(
        "secretary-three-reviews",
        "27504d23ebe7adfddca64ffa97d40566bad9d292944478f92417bfe68c88cb8c"
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
