using Assessment.Contracts;
using Assessment.Engine;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Schemes;

namespace Assessment.Scoring.Cycles;

/// <summary>Says what the scheme asks the other services to collect.</summary>
public static class CycleOrders
{
    public static CycleOpened Of(
        Cycle cycle,
        Scheme scheme,
        AdoptedScheme adopted,
        long areasVersion,
        IEnumerable<RegisteredArea> areas
    )
    {
        var questionnaires = adopted
            .Questionnaires()
            .ToDictionary(
                file => file.Key,
                file => QuestionnaireReader.Read(file.Value, file.Key),
                StringComparer.Ordinal
            );
        return new CycleOpened(
            cycle.Township,
            cycle.Id,
            cycle.Scheme,
            cycle.SchemeVersion,
            cycle.Title,
            cycle.Year,
            cycle.OpenedAt,
            areasVersion,
            [.. areas.Select(area => area.ToMessage())],
            [
                .. (scheme.Collection.Survey?.Campaigns ?? []).Select(
                    campaign => new OrderedCampaign(
                        campaign.Channel,
                        campaign.Wave,
                        campaign.Title,
                        campaign.Item,
                        questionnaires[campaign.Questionnaire].Id,
                        scheme.Collection.Survey!.Households,
                        scheme.Collection.Survey.PartyMembers
                    )
                ),
            ],
            [
                .. questionnaires
                    .Values.DistinctBy(questionnaire => questionnaire.Id, StringComparer.Ordinal)
                    .Select(Order),
            ],
            scheme.Collection.Hotline is { } hotline ? Order(hotline, cycle.Year) : null
        );
    }

    private static OrderedHotline Order(HotlineCollection hotline, int year)
    {
        var (from, to) = hotline.Window(year);
        return new OrderedHotline(from, to, hotline.Sources, hotline.Item);
    }

    private static OrderedQuestionnaire Order(Questionnaire questionnaire) =>
        new(
            questionnaire.Id,
            questionnaire.Title,
            [
                .. questionnaire.Sections.Select(section => new OrderedSection(
                    section.Title,
                    [.. section.Questions.Select(Order)]
                )),
            ]
        );

    private static OrderedQuestion Order(Question question) =>
        new(
            question.Id,
            question.Text,
            question.Max,
            question.Kind switch
            {
                QuestionKind.Points => AnswerKind.Points,
                QuestionKind.SingleChoice => AnswerKind.SingleChoice,
                QuestionKind.MultipleChoice => AnswerKind.MultipleChoice,
                QuestionKind.FreeText => AnswerKind.FreeText,
                _ => throw new ArgumentOutOfRangeException(nameof(question)),
            },
            question.Options.Count == 0
                ? null
                :
                [
                    .. question.Options.Select(option => new OrderedOption(
                        option.Id,
                        option.Text,
                        option.Score
                    )),
                ]
        );
}
