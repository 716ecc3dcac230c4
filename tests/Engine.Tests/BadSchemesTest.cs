using System.Text.RegularExpressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Engine.Sources;
using Assessment.Testing.Cases;

namespace Assessment.Engine.Tests;

/// <summary>Schemes that are wrong in one way, each with the messages that its author gets.</summary>
public sealed partial class BadSchemesTest
{
    public static TheoryData<string> Names() => [.. BadScheme.Names()];

    /// <summary>What <c>assess check scheme.yaml</c> prints in the scheme's folder.</summary>
    internal static IReadOnlyList<SchemeProblem> Problems(BadScheme bad) =>
        SchemeFileCheck
            .Of(bad.Scheme, "scheme.yaml", file => bad.Files.GetValueOrDefault(file))
            .Problems;

    private static IReadOnlyList<SchemeProblem> Problems(string name) =>
        Problems(BadScheme.Read(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Author_GetsExactlyTheExpectedMessages(string name)
    {
        var bad = BadScheme.Read(name);
        var messages = string.Concat(Problems(bad).Select(problem => $"{problem}\n"));

        Snapshot.AssertIs(bad.Path, bad.Input + messages);
    }

    [Fact]
    public void EveryCodeOfAProblem_HasABadScheme()
    {
        var shown = BadScheme.Names().SelectMany(Problems).Select(problem => problem.Code);

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
        var yaml = BadScheme.Read(name).Scheme;
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
                            // What else an operator or a section needs is reported at the whole.
                            && one.Code != "key-missing"
                );
            }
        }
    }

    private static string Put(string yaml, SchemeProblem at, string written, string instead)
    {
        var lines = yaml.Split('\n');
        var line = lines[at.Line - 1];
        // Some problems are reported at the list or the rule that has the name in it.
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

    /// <summary>What only follows from a misspelt name is not reported with it.</summary>
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
            BadScheme.Names().Where(name => Problems(name).Count > 1)
        );

    [Fact]
    public void EveryMessage_IsChineseAndSaysWhere() =>
        Assert.All(
            BadScheme.Names().SelectMany(Problems),
            problem =>
            {
                Assert.True(problem is { Line: > 0, Column: > 0, File.Length: > 0 });
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{2}", problem.Message);
                // Words of the language are quoted one by one; two in a row are a sentence of the parser.
                Assert.DoesNotMatch("[A-Za-z]{2} [A-Za-z]{2}", problem.Message);
            }
        );
}
