namespace Assessment.Engine;

/// <summary>调查问卷, its sections and questions in the order in which they are put.</summary>
public sealed record Questionnaire(
    string Id,
    string Title,
    IReadOnlyList<QuestionnaireSection> Sections
)
{
    /// <summary>满分.</summary>
    public int Maximum => Sections.Sum(section => section.Questions.Sum(question => question.Max));
}

/// <summary>A heading with its questions.</summary>
public sealed record QuestionnaireSection(string Title, IReadOnlyList<Question> Questions);

/// <summary>A question that is answered with whole points from 0 to <paramref name="Max"/>.</summary>
public sealed record Question(string Id, string Text, int Max);
