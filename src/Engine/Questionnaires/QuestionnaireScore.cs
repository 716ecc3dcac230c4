using System.Globalization;

namespace Assessment.Engine.Questionnaires;

/// <summary>一份答卷的得分: what one filled-in questionnaire is worth.</summary>
/// <param name="Points">得分, from 0 to the questionnaire's most; null while a question is open.</param>
/// <param name="Open">Ids of the scored questions without an answer, and of all whose answer is not on offer.</param>
public sealed record QuestionnaireScore(int? Points, IReadOnlyList<string> Open)
{
    /// <param name="answers">
    /// By question id what was entered: the points, the letters of the chosen options, or the words. What belongs to no
    /// question is not looked at.
    /// </param>
    public static QuestionnaireScore Of(
        Questionnaire questionnaire,
        IReadOnlyDictionary<string, IReadOnlyList<string>> answers
    )
    {
        var points = 0;
        var open = new List<string>();
        foreach (var question in questionnaire.Sections.SelectMany(section => section.Questions))
        {
            var entered = answers
                .GetValueOrDefault(question.Id, [])
                .Where(one => one.Length > 0)
                .ToList();
            if (Score(question, entered) is { } score)
            {
                points += score;
            }
            else
            {
                open.Add(question.Id);
            }
        }
        return new(open.Count == 0 ? points : null, open);
    }

    /// <summary>The points of one answer; null where it is not valid.</summary>
    private static int? Score(Question question, List<string> entered)
    {
        if (entered.Count == 0)
        {
            return question.IsScored ? null : 0;
        }

        return question.Kind switch
        {
            QuestionKind.Points => entered.Count == 1 ? Number(question, entered[0]) : null,
            QuestionKind.SingleChoice => entered.Count == 1 ? Chosen(question, entered[0]) : null,
            QuestionKind.MultipleChoice => entered.TrueForAll(one => Chosen(question, one) == 0)
                ? 0
                : null,
            _ => 0,
        };
    }

    private static int? Number(Question question, string entered) =>
        int.TryParse(entered, NumberStyles.None, CultureInfo.InvariantCulture, out var points)
        && points <= question.Max
            ? points
            : null;

    /// <summary>The option's points, 0 where it has none; null where there is no such option.</summary>
    private static int? Chosen(Question question, string entered) =>
        question.Options.FirstOrDefault(option => option.Id == entered) is { } option
            ? option.Score ?? 0
            : null;
}
