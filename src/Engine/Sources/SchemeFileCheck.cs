using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;
using Assessment.Engine.Reading;
using Assessment.Engine.Sources;

namespace Assessment.Engine.Sources;

/// <summary>
/// 方案核对: everything that is wrong with a scheme file, with its quotations, and with the questionnaires next to it.
/// </summary>
/// <param name="Problems">What is reported to people; empty where the scheme is sound.</param>
/// <param name="Looked">What was looked at, in Chinese; empty where the file is no scheme.</param>
public sealed record SchemeFileCheck(
    IReadOnlyList<SchemeProblem> Problems,
    IReadOnlyList<string> Looked
)
{
    /// <summary>Null where the file is no scheme.</summary>
    public Scheme? Scheme { get; private init; }

    /// <param name="fileName">The scheme's file, named in problems.</param>
    /// <param name="read">The text of a file next to the scheme by its name; null where there is none.</param>
    public static SchemeFileCheck Of(string yaml, string fileName, Func<string, string?> read)
    {
        Scheme scheme;
        try
        {
            scheme = SchemeReader.Read(yaml, fileName);
        }
        catch (SchemeException exception)
        {
            return new(exception.Problems, []);
        }
        var files = new ReferencedFiles("方案", yaml, fileName, read);
        SchemeFileCheck[] steps = [Source(scheme, files), Questionnaires(scheme, files)];
        return new(
            [.. steps.SelectMany(step => step.Problems)],
            ["语法", .. steps.SelectMany(step => step.Looked)]
        )
        {
            Scheme = scheme,
        };
    }

    private static SchemeFileCheck Source(Scheme scheme, ReferencedFiles files)
    {
        var name = scheme.Source.File;
        if (files.Read(name) is not { } text)
        {
            return new([files.Missing(name, "source-missing", "来源文件")], []);
        }

        return new(
            SourceCheck.Check(scheme, files.File, SourceDocument.Read(text)),
            [$"引文 {scheme.Citations.Count} 处（{name}）"]
        );
    }

    private static SchemeFileCheck Questionnaires(Scheme scheme, ReferencedFiles files)
    {
        var problems = new List<SchemeProblem>();
        var names = (scheme.Collection.Survey?.Campaigns ?? [])
            .Select(campaign => campaign.Questionnaire)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var name in names)
        {
            if (files.Read(name) is not { } text)
            {
                problems.Add(files.Missing(name, "questionnaire-missing", "问卷"));
                continue;
            }
            try
            {
                QuestionnaireReader.Read(text, files.PathOf(name));
            }
            catch (SchemeException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }
        return new(problems, names.Count == 0 ? [] : [$"问卷 {names.Count} 份"]);
    }
}
