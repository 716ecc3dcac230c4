namespace Assessment.Engine.Tests;

/// <summary>Schemes that are wrong in one way, each with what its author is told.</summary>
public sealed class BadSchemesTest
{
    public static TheoryData<string> Names() => [.. SchemeFolder.BadSchemes()];

    /// <summary>What <c>assess check scheme.yaml</c> prints in the scheme's folder.</summary>
    internal static IReadOnlyList<SchemeProblem> Problems(string name) =>
        SchemeFileCheck
            .Of(
                File.ReadAllText(SchemeFolder.BadPath(name, "scheme.yaml")),
                "scheme.yaml",
                file =>
                    File.Exists(SchemeFolder.BadPath(name, file))
                        ? File.ReadAllText(SchemeFolder.BadPath(name, file))
                        : null
            )
            .Problems;

    [Theory]
    [MemberData(nameof(Names))]
    public void Author_IsToldExactlyWhatIsExpected(string name) =>
        Assert.Equal(
            File.ReadAllText(SchemeFolder.BadPath(name, "expected.txt")),
            string.Concat(Problems(name).Select(problem => $"{problem}\n"))
        );

    [Fact]
    public void EveryCodeOfAProblem_HasABadScheme()
    {
        var shown = SchemeFolder.BadSchemes().SelectMany(Problems).Select(problem => problem.Code);

        var codes = ReaderSource.ProblemCodes();
        Assert.True(codes.Count > 80);
        Assert.Empty(codes.Except(shown));
        Assert.Empty(shown.Except(codes));
    }

    [Fact]
    public void EveryMessage_IsChineseAndSaysWhere() =>
        Assert.All(
            SchemeFolder.BadSchemes().SelectMany(Problems),
            problem =>
            {
                Assert.True(problem is { Line: > 0, Column: > 0, File.Length: > 0 });
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{2}", problem.Message);
                // Words of the language are quoted one by one; two in a row are a sentence of the parser.
                Assert.DoesNotMatch("[A-Za-z]{2} [A-Za-z]{2}", problem.Message);
            }
        );
}
