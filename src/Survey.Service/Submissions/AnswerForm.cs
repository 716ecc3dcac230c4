using Assessment.Contracts;
using Assessment.Engine.Questionnaires;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;

namespace Assessment.Survey.Submissions;

/// <summary>What a filled form says.</summary>
/// <param name="Answers">As they are stored.</param>
public sealed record FilledForm(Respondent Respondent, string Answers, int Points);

/// <summary>The form's fields for one campaign, and how they are read.</summary>
public sealed class AnswerForm(Campaign campaign)
{
    public const string RespondentField = "respondent";
    public const string PartyMemberValue = "partyMember";
    public const string HouseholdValue = "household";

    public Questionnaire Questionnaire { get; } = campaign.Questionnaire;

    /// <summary>Only at the meeting do party members answer as such.</summary>
    public bool AsksRespondent => campaign.Channel == Channels.Meeting;

    public static string FieldOf(Question question) => $"q-{question.Id}";

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

        var filled = new QuestionnaireReading(Questionnaire).Read(
            (question, _) => form[FieldOf(question)].OfType<string>()
        );
        open.AddRange(filled.Open.Select(FieldOf));
        return open.Count == 0
            ? new FilledForm(respondent, filled.Answers, filled.Points)
            : throw new AnswerMustBeComplete(open);
    }
}
