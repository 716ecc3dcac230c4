using Assessment.Engine.Questionnaires;

namespace Assessment.Survey.Campaigns;

/// <summary>Questionnaires (问卷) as they are put to residents.</summary>
public static class Questionnaires
{
    /// <summary>The questions of all sections in the order in which they are put.</summary>
    public static List<Question> AllQuestions(this Questionnaire questionnaire) =>
        [.. questionnaire.Sections.SelectMany(section => section.Questions)];

    /// <summary>
    /// Whether the question is put here. Free words are not: what somebody writes can tell who it was, however well the
    /// rest of the answer is kept apart from the household.
    /// </summary>
    public static bool IsPut(this Question question) => question.Kind != QuestionKind.FreeText;
}
