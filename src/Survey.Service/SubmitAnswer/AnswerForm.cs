using System.Globalization;
using Assessment.Contracts;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;

namespace Assessment.Survey.SubmitAnswer;

/// <summary>What a filled form says.</summary>
public sealed record FilledForm(Respondent Respondent, IReadOnlyList<int> Scores);

/// <summary>The form's fields for one campaign, and how they are read.</summary>
public sealed class AnswerForm(Campaign campaign)
{
    public const string RespondentField = "respondent";
    public const string PartyMemberValue = "partyMember";
    public const string HouseholdValue = "household";

    public OrderedQuestionnaire Questionnaire { get; } = campaign.Questionnaire;

    /// <summary>Only at the meeting do party members answer as such.</summary>
    public bool AsksRespondent => campaign.Channel == Channels.Meeting;

    public static string FieldOf(OrderedQuestion question) => $"q-{question.Id}";

    /// <exception cref="AnswerMustBeComplete">A field is empty or holds what the form does not offer.</exception>
    public FilledForm Read(IFormCollection form)
    {
        var open = new List<string>();
        var respondent = Respondent.Household;
        if (AsksRespondent)
        {
            switch (form[RespondentField].ToString())
            {
                case PartyMemberValue:
                    respondent = Respondent.PartyMember;
                    break;
                case HouseholdValue:
                    break;
                default:
                    open.Add(RespondentField);
                    break;
            }
        }

        var scores = new List<int>();
        foreach (var question in Questionnaire.AllQuestions())
        {
            var field = FieldOf(question);
            if (
                int.TryParse(
                    form[field].ToString(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var score
                )
                && score <= question.Maximum
            )
            {
                scores.Add(score);
            }
            else
            {
                open.Add(field);
            }
        }

        return open.Count == 0
            ? new FilledForm(respondent, scores)
            : throw new AnswerMustBeComplete(open);
    }
}
