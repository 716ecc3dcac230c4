using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Engine.Questionnaires;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.Time;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;

namespace Assessment.Survey.Responses;

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
    public const string ForeignCampaign = "campaignNotPermitted";
    public const string ClosedCampaign = "campaignClosed";
    public const string TookPart = "householdTookPart";
    public const string InvalidAnswer = "invalidAnswer";
    public const string Duplicate = "duplicate";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(AreaColumn, "居民区", "居民区编号"),
        new(ChannelColumn, "测评方式", "方案中测评方式的编号"),
        new(WaveColumn, "轮次", "方案中轮次的编号；不分轮次的为空") { Example = "" },
        new(RespondentColumn, "答卷人", "household（住户）、partyMember（党员）")
        {
            Allowed = ["household", "partyMember"],
        },
        new(HouseholdColumn, "户号", "同一居民区内一户一号") { Example = "1-101" },
        new(SubmittedAtColumn, "提交时间", "日期和时间，如 2024-06-03 09:30")
        {
            Example = "2024-06-03 09:30",
        },
        // Which of them a file needs, its campaigns say.
        new(
            $"{QuestionColumn(1)}、{QuestionColumn(2)}…",
            "各题答案",
            "每题一列，计分题不能缺：打分题填分数，选择题填选项字母，多选的字母连写",
            Required: false
        )
        {
            Series = "q{0}",
            SeriesTitle = "第{0}题",
            Example = "A",
        },
    ];

    /// <summary>The column of the question with this number, from 1.</summary>
    public static string QuestionColumn(int number) => $"q{number}";

    /// <summary>The column as people are told of it.</summary>
    /// <param name="name">As <see cref="QuestionColumn"/> makes it.</param>
    public static ImportColumn QuestionOf(string name) => new(name, $"第{name[1..]}题", "");
}

/// <summary>Checks rows against the cycle's campaigns and the township's areas.</summary>
/// <param name="permitted">Ids of the campaigns the uploader may import for; null for all, as the office may.</param>
/// <param name="late">Whether rows of closed campaigns are taken, too (补录): from the office, with a reason.</param>
public sealed class ResponseReader(
    IReadOnlyDictionary<string, ListedArea> areas,
    IReadOnlyList<Campaign> campaigns,
    IReadOnlyCollection<string>? permitted = null,
    bool late = false
)
{
    private const int LongestCode = 100;
    private static readonly char[] Between = ['、', '，', ',', '；', ';', '+', ' '];
    private static readonly Dictionary<string, Respondent> Respondents = new()
    {
        ["household"] = Respondent.Household,
        ["partyMember"] = Respondent.PartyMember,
    };

    private readonly Dictionary<
        (string Channel, string Wave),
        (Campaign Campaign, Questionnaire Questionnaire, QuestionnaireReading Reading)
    > _campaigns = campaigns.ToDictionary(
        campaign => (campaign.Channel, campaign.Wave),
        campaign =>
            (campaign, campaign.Questionnaire, new QuestionnaireReading(campaign.Questionnaire))
    );

    /// <summary>The columns of scored questions that the campaigns occurring in the file need.</summary>
    public IEnumerable<string> QuestionColumns(Table table) =>
        table
            .Rows.Select(row => (row[ResponseRow.ChannelColumn], row[ResponseRow.WaveColumn]))
            .Distinct()
            .Where(_campaigns.ContainsKey)
            .SelectMany(key => _campaigns[key].Questionnaire.AllQuestions().Index())
            .Where(question => question.Item.IsScored)
            .Select(question => question.Index + 1)
            .Distinct()
            .Order()
            .Select(ResponseRow.QuestionColumn);

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

        if (permitted is not null && !permitted.Contains(found.Campaign.Id.ToString()))
        {
            throw new RowRefused(
                ResponseRow.ChannelColumn,
                ResponseRow.ForeignCampaign,
                $"您的账号未受委托实施“{found.Campaign.Title}”，不能导入其答卷。"
            );
        }

        if (found.Campaign.State == CampaignState.Closed && !late)
        {
            throw new RowRefused(
                ResponseRow.ChannelColumn,
                ResponseRow.ClosedCampaign,
                permitted is null
                    ? $"“{found.Campaign.Title}”已经截止；确需补录的，请填写补录理由后重新上传。"
                    : $"“{found.Campaign.Title}”已经截止。"
            );
        }

        var respondent = Respondents[row.OneOf(ResponseRow.RespondentColumn, Respondents.Keys)];
        var household = row.Required(ResponseRow.HouseholdColumn, LongestCode);
        var submittedAt = ChinaTime.At(row.DateTime(ResponseRow.SubmittedAtColumn));
        var filled = found.Reading.Read(
            (question, number) => Entered(question, row[ResponseRow.QuestionColumn(number)])
        );
        if (filled.Open.Count > 0)
        {
            throw Unanswered(found.Questionnaire, filled.Open[0]);
        }

        return new ResponseRow(
            row,
            found.Campaign,
            area,
            household,
            new GivenAnswer(submittedAt, respondent, filled.Answers),
            filled.Points
        );
    }

    /// <summary>Letters follow each other directly, or with something between them: <c>ACD</c>, <c>A、C、D</c>.</summary>
    private static IEnumerable<string> Entered(Question question, string cell)
    {
        if (question.Kind != QuestionKind.MultipleChoice)
        {
            return [cell];
        }

        var ids = question.Options.Select(option => option.Id).ToHashSet(StringComparer.Ordinal);
        return cell.Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word =>
                ids.Contains(word) ? [word] : word.Select(letter => letter.ToString())
            );
    }

    private static RowRefused Unanswered(Questionnaire questionnaire, Question open)
    {
        var column = ResponseRow.QuestionColumn(
            questionnaire.AllQuestions().FindIndex(question => question.Id == open.Id) + 1
        );
        return new RowRefused(
            column,
            ResponseRow.InvalidAnswer,
            open.Kind == QuestionKind.Points
                ? $"“{column}”应为 0 至 {open.Max} 的整数。"
                : $"“{column}”应为选项的字母：{string.Join("、", open.Options.Select(option => option.Id))}。"
        );
    }
}
