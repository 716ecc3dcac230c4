namespace Assessment.Engine.Tests;

public sealed class DigestTest
{
    private static readonly Scheme Gaojing = SchemeFolder.Read("gaojing-2024");
    private static readonly FactSet Facts = SchemeFolder.Facts("gaojing-2024", "1");

    private static string DigestOf(FactSet facts) => Evaluator.Evaluate(Gaojing, facts).Digest;

    /// <summary>Changes only when the scheme, the case or the canonical form is changed, and then on purpose.</summary>
    [Theory]
    [InlineData("danan-2017", "a139d56b18c0694eca60bb67c2173a3c7dd260d9bb317863a39f7549e017a8f7")]
    [InlineData("gaojing-2024", "c256d8bc236d0b181c1c772dbd258e5c9db024d4f0b71e7399839dc7528c4838")]
    [InlineData(
        "jingan-guidance",
        "000f5bd759d34ed0b5b72cc5fbf0c9ea18825a057827bcf9e7a2b9190789f10b"
    )]
    [InlineData("jiuting-2025", "b9859433c7271d802af3f374cf86ae84a0b2bce36209e8da7023378820d92f5f")]
    [InlineData(
        "secretary-three-papers",
        "341be2dbb1926b9f18101023a232095c35795a09940168889cb785a44c1381fc"
    )]
    [InlineData(
        "secretary-three-reviews",
        "4d22d6dd1577686e30223043f893f57bdf2082382ed630cee36eec13e28a4db6"
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
