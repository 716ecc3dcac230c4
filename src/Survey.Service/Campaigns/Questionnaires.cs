using Assessment.Contracts;
using Assessment.Engine;

namespace Assessment.Survey.Campaigns;

/// <summary>Questionnaires (问卷) as they were ordered.</summary>
public static class Questionnaires
{
    /// <summary>The questions of all sections in the order in which they are put.</summary>
    public static List<OrderedQuestion> AllQuestions(this OrderedQuestionnaire questionnaire) =>
        [.. questionnaire.Sections.SelectMany(section => section.Questions)];

    /// <summary>
    /// Whether the question is put here. Free words are not: what somebody writes can tell who it was, however well the
    /// rest of the answer is kept apart from the household.
    /// </summary>
    public static bool IsPut(this OrderedQuestion question) => question.Kind != AnswerKind.FreeText;

    /// <summary>Whether an answer must be given, because it is scored.</summary>
    public static bool IsScored(this OrderedQuestion question) => Of(question).IsScored;

    /// <summary>The same as the engine scores it.</summary>
    public static Questionnaire ToScore(this OrderedQuestionnaire questionnaire) =>
        new(
            questionnaire.Id,
            questionnaire.Title,
            [
                .. questionnaire.Sections.Select(section => new QuestionnaireSection(
                    section.Title,
                    [.. section.Questions.Select(Of)]
                )),
            ]
        );

    private static Question Of(OrderedQuestion question) =>
        new(
            question.Id,
            question.Text,
            question.Kind switch
            {
                AnswerKind.Points => QuestionKind.Points,
                AnswerKind.SingleChoice => QuestionKind.SingleChoice,
                AnswerKind.MultipleChoice => QuestionKind.MultipleChoice,
                AnswerKind.FreeText => QuestionKind.FreeText,
                _ => throw new ArgumentOutOfRangeException(nameof(question)),
            },
            question.Maximum,
            [
                .. (question.Options ?? []).Select(option => new AnswerOption(
                    option.Id,
                    option.Text,
                    option.Score
                )),
            ]
        );
}
