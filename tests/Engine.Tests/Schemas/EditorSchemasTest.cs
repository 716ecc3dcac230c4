using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;
using Assessment.Engine.Reading;
using Assessment.Testing.Cases;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Tests.Schemas;

/// <summary>An editor with the JSON Schemas and the reader say the same of the form of a file.</summary>
public sealed class EditorSchemasTest
{
    public static TheoryData<string> Schemes() => [.. SchemeFolder.Schemes()];

    public static TheoryData<string> BadSchemes() =>
        [
            .. BadScheme
                .Names()
                .Except(Unreadable())
                // Which departments there are, and which attributes are required, is written elsewhere in the file, where
                // no schema looks.
                .Except([
                    "line-weight-of-other-department",
                    "attribute-without-absent",
                    "attribute-required-with-absent",
                ]),
        ];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void EveryScheme_IsValidAndNamesTheSchema(string id)
    {
        var yaml = SchemeFolder.Text(id, "scheme.yaml");

        Assert.StartsWith(
            "# yaml-language-server: $schema=../scheme.schema.json\n",
            yaml,
            StringComparison.Ordinal
        );
        Assert.True(EditorSchemas.Scheme.Accepts(YamlAsJson.Of(EditorSchemas.Root(yaml))));
    }

    [Theory]
    [InlineData("gaojing-2024")]
    [InlineData("jiuting-2025")]
    public void EveryQuestionnaire_IsValidAndNamesTheSchema(string id)
    {
        var yaml = SchemeFolder.Text(id, "questionnaires", "residents.yaml");

        Assert.StartsWith(
            "# yaml-language-server: $schema=../../questionnaire.schema.json\n",
            yaml,
            StringComparison.Ordinal
        );
        Assert.True(EditorSchemas.Questionnaire.Accepts(YamlAsJson.Of(EditorSchemas.Root(yaml))));
    }

    [Theory]
    [MemberData(nameof(BadSchemes))]
    public void BadScheme_IsRefusedWhereItsFormIsWrong(string name)
    {
        var bad = BadScheme.Read(name);
        var problems = BadSchemesTest.Problems(bad).Where(EditorSchemas.IsOfForm).ToList();

        AssertSame(
            EditorSchemas.Scheme,
            bad.Scheme,
            problems.Exists(problem => problem.File == "scheme.yaml")
        );
        if (bad.Files.TryGetValue("questionnaires/residents.yaml", out var questionnaire))
        {
            AssertSame(
                EditorSchemas.Questionnaire,
                questionnaire,
                problems.Exists(problem => problem.File != "scheme.yaml")
            );
        }
    }

    [Fact]
    public void SchemeSpoiltInAnyPlace_IsRefusedByBothOrByNeither() =>
        AssertSpoilings(
            EditorSchemas.Scheme,
            SchemeFolder.Schemes().Select(id => SchemeFolder.Text(id, "scheme.yaml")),
            yaml => SchemeReader.Check(yaml, "scheme.yaml")
        );

    [Fact]
    public void QuestionnaireSpoiltInAnyPlace_IsRefusedByBothOrByNeither() =>
        AssertSpoilings(
            EditorSchemas.Questionnaire,
            new[] { "gaojing-2024", "jiuting-2025" }.Select(id =>
                SchemeFolder.Text(id, "questionnaires", "residents.yaml")
            ),
            yaml =>
            {
                try
                {
                    QuestionnaireReader.Read(yaml, "residents.yaml");
                    return [];
                }
                catch (SchemeException exception)
                {
                    return exception.Problems;
                }
            }
        );

    [Fact]
    public void EveryWordThatTheReaderKnows_IsInASchema()
    {
        var known = EditorSchemas
            .Words(EditorSchemas.Scheme.Root)
            .Concat(EditorSchemas.Words(EditorSchemas.Questionnaire.Root));

        Assert.Empty(
            ReaderSource
                .Words()
                .Except(ReaderSource.ProblemCodes())
                .Except(["true", "false"])
                .Except(known)
        );
    }

    private static void AssertSame(JsonSchema schema, string yaml, bool refused)
    {
        var accepted = schema.Accepts(YamlAsJson.Of(EditorSchemas.Root(yaml)));

        Assert.Equal(refused, !accepted);
    }

    /// <summary>Each kind of place is spoilt in the shortest of the files that has it.</summary>
    private static void AssertSpoilings(
        JsonSchema schema,
        IEnumerable<string> files,
        Func<string, IReadOnlyList<SchemeProblem>> check
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var different = new List<string>();
        foreach (var root in files.OrderBy(yaml => yaml.Length).Select(EditorSchemas.Root))
        {
            var kinds = Spoilings.Kinds(root).Except(seen).ToHashSet(StringComparer.Ordinal);
            seen.UnionWith(kinds);
            foreach (var spoiling in Spoilings.Of(root, kinds).ToList())
            {
                spoiling.Do();
                var problems = check(Written(root));
                var refused = problems.Any(EditorSchemas.IsOfForm);
                if (schema.Accepts(YamlAsJson.Of(root)) == refused)
                {
                    different.Add($"{spoiling} → {string.Join(' ', problems)}");
                }

                spoiling.Undo();
            }

            Assert.Empty(check(Written(root)));
        }

        Assert.True(seen.Count > 5);
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    private static string Written(YamlMappingNode root)
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString();
    }

    /// <summary>What is not YAML, or not one document, no schema gets to see.</summary>
    private static IEnumerable<string> Unreadable() =>
        BadScheme
            .Names()
            .Where(name =>
                BadSchemesTest
                    .Problems(BadScheme.Read(name))
                    .Any(problem =>
                        problem.Code
                            is "yaml-syntax"
                                or "anchor-not-allowed"
                                or "one-document-expected"
                                or "key-not-text"
                                or "nested-too-deeply"
                    )
            )
            .Append("file-is-a-list");
}
