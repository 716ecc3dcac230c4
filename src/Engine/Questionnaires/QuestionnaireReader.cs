using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Questionnaires;

/// <summary>Reads a questionnaire file (问卷文件).</summary>
public static class QuestionnaireReader
{
    /// <exception cref="SchemeException">The file is not a questionnaire; carries every problem.</exception>
    public static Questionnaire Read(string yaml, string fileName)
    {
        var problems = new ProblemList(fileName);
        var questionnaire = YamlFile.Parse(yaml, problems, "问卷文件") is { } root
            ? Read(root, problems)
            : null;
        return questionnaire is not null && problems.IsEmpty
            ? questionnaire
            : throw new SchemeException(problems.Sorted());
    }

    private static Questionnaire Read(YamlMap root, ProblemList problems)
    {
        var reader = new QuestionReader(problems);
        var sections = root.Maps("sections")
            .Select(map => ReadSection(map, reader, problems))
            .ToList();
        var questionnaire = new Questionnaire(
            root.Text("questionnaire"),
            root.Text("title"),
            sections
        );
        root.Close();
        return questionnaire;
    }

    private static QuestionnaireSection ReadSection(
        YamlMap map,
        QuestionReader reader,
        ProblemList problems
    )
    {
        var title = map.Text("title");
        var problemsBefore = problems.Count;
        var questions = map.Maps("questions").Select(reader.Read).ToList();
        // A section without a scored question has no points to speak of.
        var points =
            map.Has("points") || questions.Exists(question => question.IsScored)
                ? map.Integer("points")
                : 0;
        var sum = questions.Sum(question => question.Max);
        // A sum of what could not be read says nothing.
        if (sum != points && problems.Count == problemsBefore)
        {
            problems.Add(
                map.Take("points") ?? map.Node,
                "points-do-not-add-up",
                $"“points”应当是本部分各题分值之和 {sum}，这里写的是 {points}"
            );
        }

        map.Close();
        return new(title, questions);
    }
}
