using Assessment.Engine.Evaluation;
using Assessment.Engine.Reading;
using Assessment.Engine.Writing;

namespace Assessment.Engine.Tests;

public sealed class SchemeWriterTest
{
    public static TheoryData<string> Schemes() => [.. SchemeFolder.Schemes()];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void SchemeWrittenAndReadAgain_IsTheSameVersion(string id)
    {
        var scheme = SchemeFolder.Read(id);

        var again = SchemeReader.Read(SchemeWriter.Write(scheme), "again.yaml");

        Assert.Equal(scheme.Version, again.Version);
        Assert.Equal(scheme.Citations.Count, again.Citations.Count);
        Assert.Equal(
            Evaluator.Evaluate(scheme, SchemeFolder.Facts(id, "1")).Digest,
            Evaluator.Evaluate(again, SchemeFolder.Facts(id, "1")).Digest
        );
    }
}
