using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;
using Assessment.Engine.Reading;
using Assessment.Engine.Sources;

namespace Assessment.Scoring.Schemes;

/// <summary>A scheme that was read, with its text and the texts of the questionnaires that it names.</summary>
public sealed record SchemeFiles(
    Scheme Scheme,
    string Text,
    IReadOnlyDictionary<string, string> Questionnaires
)
{
    public const string FileName = "scheme.yaml";

    /// <summary>The document (来源文件) that the scheme puts into rules, in which all its quotes stand; null where it is not at hand.</summary>
    public string? Source { get; private init; }

    /// <summary>The same with its document, unless some quote does not stand in it.</summary>
    /// <param name="document">Null where it is not at hand.</param>
    public SchemeFiles WithSource(string? document) =>
        document is not null
        && SourceCheck.Check(Scheme, FileName, SourceDocument.Read(document)).Count == 0
            ? this with
            {
                Source = document,
            }
            : this;

    /// <param name="find">Finds a questionnaire's text by the name that the scheme gives; null where there is none.</param>
    /// <exception cref="SchemeException">The scheme or a questionnaire is not usable.</exception>
    public static SchemeFiles Read(string text, Func<Scheme, string, string?> find)
    {
        var scheme = SchemeReader.Read(text, FileName);
        var questionnaires = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in QuestionnairesOf(scheme))
        {
            var found =
                find(scheme, name)
                ?? throw new SchemeException([
                    new SchemeProblem(
                        FileName,
                        1,
                        1,
                        "questionnaire-missing",
                        $"缺少方案所用的问卷文件“{name}”"
                    ),
                ]);
            QuestionnaireReader.Read(found, name);
            questionnaires.Add(name, found);
        }

        return new SchemeFiles(scheme, text, questionnaires);
    }

    private static IEnumerable<string> QuestionnairesOf(Scheme scheme) =>
        scheme
            .Collection.Survey?.Campaigns.Select(campaign => campaign.Questionnaire)
            .Distinct(StringComparer.Ordinal)
        ?? [];
}
