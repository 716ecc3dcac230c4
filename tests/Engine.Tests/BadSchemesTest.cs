using System.Text.RegularExpressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Engine.Sources;

namespace Assessment.Engine.Tests;

/// <summary>Schemes that are wrong in one way, each with what its author is told.</summary>
public sealed partial class BadSchemesTest
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

    /// <summary>
    /// Whoever takes a suggestion must not be refused there again: the key is not written a second time, the name does not
    /// lead back to itself, the fact or event may be used there.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Suggestion_IsNotRefusedWhereItIsOffered(string name)
    {
        var yaml = File.ReadAllText(SchemeFolder.BadPath(name, "scheme.yaml"));
        foreach (var problem in SchemeReader.Check(yaml, "scheme.yaml"))
        {
            var offer = Offer().Match(problem.Message);
            if (!offer.Success)
            {
                continue;
            }

            var written = offer.Groups["written"].Captures[^1].Value;
            foreach (var suggestion in offer.Groups["names"].Value.Split('、'))
            {
                var taken = SchemeReader.Check(
                    Put(yaml, problem, written, suggestion),
                    "scheme.yaml"
                );
                Assert.DoesNotContain(
                    taken,
                    one =>
                        one.Code is "circular" or "yaml-syntax"
                        || (one.Line, one.Column) == (problem.Line, problem.Column)
                            // What an operator or a section needs beside itself is said at the whole.
                            && one.Code != "key-missing"
                );
            }
        }
    }

    private static string Put(string yaml, SchemeProblem at, string written, string instead)
    {
        var lines = yaml.Split('\n');
        var line = lines[at.Line - 1];
        // Some problems stand at the list or the rule that has the name in it.
        var from = line.IndexOf(written, at.Column - 1, StringComparison.Ordinal);
        lines[at.Line - 1] = $"{line[..from]}{instead}{line[(from + written.Length)..]}";
        return string.Join('\n', lines);
    }

    [GeneratedRegex(
        "(?:“(?<written>[^”]+)”[^“]*)+；(?:最接近的有|此处还可以写)：(?<names>[^；]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Offer();

    /// <summary>What a misspelt name brings with it is not told beside it.</summary>
    [Theory]
    [InlineData("item-declaration-misspelt", 3)]
    [InlineData("fact-declaration-misspelt", 2)]
    public void NameThatIsUsedSeveralTimes_IsOneProblem(string name, int uses)
    {
        var problem = Assert.Single(Problems(name));

        Assert.Contains($"同样的还有 {uses - 1} 处", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneMistake_IsAlmostAlwaysOneProblem() =>
        Assert.Equal(
            [
                // A second name that is lost, and values that are each to be changed.
                "item-id-twice",
                "questionnaire-without-sections",
                "staff-band-percent-forgotten",
                "steps-step-never-reached",
            ],
            SchemeFolder.BadSchemes().Where(name => Problems(name).Count > 1)
        );

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
