using System.Globalization;
using Assessment.Contracts;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Time;
using Assessment.Spreadsheets;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;

namespace Assessment.Survey.ImportResponses;

/// <summary>A good row of the responses' file (答卷).</summary>
public sealed record ResponseRow(
    TableRow Row,
    Campaign Campaign,
    string Area,
    string Household,
    GivenAnswer Given,
    int Points
)
{
    public const string AreaColumn = "area";
    public const string ChannelColumn = "channel";
    public const string WaveColumn = "wave";
    public const string RespondentColumn = "respondent";
    public const string HouseholdColumn = "household";
    public const string SubmittedAtColumn = "submitted_at";
    public const string UnknownArea = "unknownArea";
    public const string UnknownCampaign = "unknownCampaign";
    public const string ClosedCampaign = "campaignClosed";
    public const string InvalidAnswer = "invalidAnswer";
    public const string Duplicate = "duplicate";

    /// <summary>The column of the question with this number, from 1.</summary>
    public static string QuestionColumn(int number) => $"q{number}";
}

/// <summary>Checks rows against the cycle's campaigns and the township's areas.</summary>
public sealed class ResponseReader(
    IReadOnlyDictionary<string, ListedArea> areas,
    IReadOnlyList<Campaign> campaigns
)
{
    private const int LongestCode = 100;
    private static readonly Dictionary<string, Respondent> Respondents = new()
    {
        ["household"] = Respondent.Household,
        ["partyMember"] = Respondent.PartyMember,
    };

    private readonly Dictionary<
        (string Channel, string Wave),
        (Campaign Campaign, List<OrderedQuestion> Questions)
    > _campaigns = campaigns.ToDictionary(
        campaign => (campaign.Channel, campaign.Wave),
        campaign => (campaign, campaign.Questionnaire.AllQuestions())
    );

    /// <summary>The question columns that the campaigns occurring in the file need.</summary>
    public IEnumerable<string> QuestionColumns(Table table)
    {
        var occurring = table
            .Rows.Select(row => (row[ResponseRow.ChannelColumn], row[ResponseRow.WaveColumn]))
            .Distinct()
            .Where(_campaigns.ContainsKey);
        var questions = occurring
            .Select(key => _campaigns[key].Questions.Count)
            .DefaultIfEmpty()
            .Max();
        return Enumerable.Range(1, questions).Select(ResponseRow.QuestionColumn);
    }

    /// <exception cref="RowRefused">The row cannot be used. The message never repeats what was answered.</exception>
    public ResponseRow Read(TableRow row)
    {
        var area = row.Required(ResponseRow.AreaColumn);
        if (!areas.ContainsKey(area))
        {
            throw new RowRefused(
                ResponseRow.AreaColumn,
                ResponseRow.UnknownArea,
                $"居民区名单中没有“{area}”。"
            );
        }

        var channel = row.Required(ResponseRow.ChannelColumn);
        var wave = row[ResponseRow.WaveColumn];
        if (!_campaigns.TryGetValue((channel, wave), out var found))
        {
            throw new RowRefused(
                ResponseRow.ChannelColumn,
                ResponseRow.UnknownCampaign,
                $"本考核周期没有测评方式为“{channel}”、轮次为“{wave}”的测评。"
            );
        }

        if (found.Campaign.State == CampaignState.Closed)
        {
            throw new RowRefused(
                ResponseRow.ChannelColumn,
                ResponseRow.ClosedCampaign,
                $"“{found.Campaign.Title}”已经截止。"
            );
        }

        var respondent = Respondents[row.OneOf(ResponseRow.RespondentColumn, Respondents.Keys)];
        var household = row.Required(ResponseRow.HouseholdColumn, LongestCode);
        var submittedAt = ChinaTime.At(row.DateTime(ResponseRow.SubmittedAtColumn));
        var scores = found
            .Questions.Select((question, i) => ReadScore(row, i + 1, question.Maximum))
            .ToList();
        return new ResponseRow(
            row,
            found.Campaign,
            area,
            household,
            new GivenAnswer(submittedAt, respondent, Answer.Write(scores)),
            scores.Sum()
        );
    }

    private static int ReadScore(TableRow row, int number, int maximum)
    {
        var column = ResponseRow.QuestionColumn(number);
        return
            int.TryParse(
                row[column],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var score
            )
            && score <= maximum
            ? score
            : throw new RowRefused(
                column,
                ResponseRow.InvalidAnswer,
                $"“{column}”应为 0 至 {maximum} 的整数。"
            );
    }
}
