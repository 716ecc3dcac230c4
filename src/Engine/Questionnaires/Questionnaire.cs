namespace Assessment.Engine.Questionnaires;

/// <summary>调查问卷, its sections and questions in the order in which they are put.</summary>
public sealed record Questionnaire(
    string Id,
    string Title,
    IReadOnlyList<QuestionnaireSection> Sections
)
{
    /// <summary>满分: what the best answers to all scored questions give together.</summary>
    public int Maximum => Sections.Sum(section => section.Questions.Sum(question => question.Max));
}

/// <summary>A heading with its questions.</summary>
public sealed record QuestionnaireSection(string Title, IReadOnlyList<Question> Questions);
