namespace Assessment.Engine.Tests;

public sealed class DigestTest
{
    private static readonly Scheme Gaojing = SchemeFolder.Read("gaojing-2024");
    private static readonly FactSet Facts = SchemeFolder.Facts("gaojing-2024", "1");

    private static string DigestOf(FactSet facts) => Evaluator.Evaluate(Gaojing, facts).Digest;

    /// <summary>Changes only when the scheme, the case or the canonical form is changed, and then on purpose.</summary>
    [Fact]
    public void FirstCase_HasItsGoldenDigest() =>
        Assert.Equal(
            "3d77ba25133107b5af334d3cd07d1ea0173a0d6ac2ef677f8af8776e82913902",
            DigestOf(Facts)
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
                                Value = fact.Value * 1.000m,
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
                    Value = Facts.Facts[0].Value - 0.1m,
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
