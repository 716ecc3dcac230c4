using Assessment.Engine.Reading;

namespace Assessment.Engine;

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
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var sections = new List<QuestionnaireSection>();
        foreach (var map in root.Maps("sections"))
        {
            var title = map.Text("title");
            var questions = map.Maps("questions")
                .Select(question => ReadQuestion(question, ids, problems))
                .ToList();
            var points = map.Integer("points");
            if (questions.Sum(question => question.Max) != points)
                problems.Add(
                    map.Take("points") ?? map.Node,
                    "points-do-not-add-up",
                    "“points”应当是本部分各题分值之和"
                );
            map.Close();
            sections.Add(new(title, questions));
        }
        var questionnaire = new Questionnaire(
            root.Text("questionnaire"),
            root.Text("title"),
            sections
        );
        root.Close();
        return questionnaire;
    }

    private static Question ReadQuestion(YamlMap map, HashSet<string> ids, ProblemList problems)
    {
        var question = new Question(map.Text("id"), map.Text("text"), map.Integer("max"));
        if (!ids.Add(question.Id))
            problems.Add(map.Node, "duplicate-id", $"题号“{question.Id}”用了两次");
        map.Close();
        return question;
    }
}
