using System.Globalization;
using Assessment.Contracts;
using Assessment.Engine.Questionnaires;
using Assessment.Survey.Campaigns;

namespace Assessment.Survey.Anonymity;

/// <summary>一份答卷's content as it was entered, on the page or in a file.</summary>
/// <param name="Answers">The answers in the order of the questions, as they are stored; empty while one is open.</param>
/// <param name="Points">得分</param>
/// <param name="Open">Scored questions without an answer, and all whose answer is not on offer.</param>
public sealed record FilledQuestionnaire(string Answers, int Points, IReadOnlyList<Question> Open);

/// <summary>Reads and scores filled questionnaires.</summary>
public sealed class QuestionnaireReading(Questionnaire questionnaire)
{
    private const char Together = '+';
    private readonly List<Question> _questions = questionnaire.AllQuestions();

    /// <param name="entered">What was entered for a question with this number, from 1; empty texts are nothing.</param>
    public FilledQuestionnaire Read(Func<Question, int, IEnumerable<string>> entered)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (index, question) in _questions.Index())
        {
            answers[question.Id] = question.IsPut()
                ? [.. entered(question, index + 1).Where(one => one.Length > 0)]
                : [];
        }

        var score = QuestionnaireScore.Of(questionnaire, answers);
        return score.Points is { } points
            ? new(
                string.Join(
                    ',',
                    _questions.Select(question => Stored(question, answers[question.Id]))
                ),
                points,
                []
            )
            : new("", 0, _questions.FindAll(question => score.Open.Contains(question.Id)));
    }

    /// <summary>One way of writing one answer, so that the same answer again is the same text.</summary>
    private static string Stored(Question question, IReadOnlyList<string> entered) =>
        question.Kind == QuestionKind.Points
            ? int.Parse(entered[0], CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture)
            : string.Join(
                Together,
                question.Options.Select(option => option.Id).Where(entered.Contains)
            );
}
