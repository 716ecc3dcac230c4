using Assessment.Engine.Facts;
using Assessment.Engine.Questionnaires;

namespace Assessment.Engine.Tests;

/// <summary>What one filled-in questionnaire is worth, by the kind of its questions.</summary>
public sealed class QuestionnaireScoreTest
{
    private static readonly Questionnaire Form = QuestionnaireReader.Read(
        """
        questionnaire: mixed
        title: 问卷
        sections:
          - title: 全部
            points: 30
            questions:
              - {id: who, text: 身份, options: [{text: 业主}, {text: 租户}]}
              - {id: mark, text: 打分, max: 10}
              - {id: often, text: 频次, options: [{text: 常来, score: 20}, {text: 不来, score: 0}]}
              - {id: wishes, text: 展望, kind: multiple, options: [{text: 为老}, {text: 托幼}]}
              - {id: words, text: 意见, kind: text}
        """,
        "mixed.yaml"
    );

    /// <summary>A complete questionnaire of 27 points, with one answer replaced.</summary>
    private static QuestionnaireScore With(string question, params string[] entered) =>
        QuestionnaireScore.Of(
            Form,
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["who"] = ["B"],
                ["mark"] = ["7"],
                ["often"] = ["A"],
                ["wishes"] = ["A", "B"],
                ["words"] = ["多种树"],
                [question] = entered,
            }
        );

    [Theory]
    [InlineData("mark", "0", 20)]
    [InlineData("mark", "10", 30)]
    [InlineData("often", "A", 27)]
    [InlineData("often", "B", 7)]
    [InlineData("who", "A", 27)]
    [InlineData("wishes", "B", 27)]
    [InlineData("words", "", 27)]
    public void Answer_OnOffer_GivesItsPoints(string question, string entered, int points)
    {
        var score = With(question, entered);

        Assert.Equal(points, score.Points);
        Assert.Empty(score.Open);
    }

    [Theory]
    [InlineData("mark", "11")]
    [InlineData("mark", "-1")]
    [InlineData("mark", "7.5")]
    [InlineData("mark", "")]
    [InlineData("often", "C")]
    [InlineData("often", "20")]
    [InlineData("often", "")]
    [InlineData("who", "C")]
    [InlineData("wishes", "C")]
    public void Answer_NotOnOffer_LeavesTheQuestionOpen(string question, string entered)
    {
        var score = With(question, entered);

        Assert.Null(score.Points);
        Assert.Equal([question], score.Open);
    }

    [Theory]
    [InlineData("mark", "7", "8")]
    [InlineData("often", "A", "B")]
    [InlineData("wishes", "A", "C")]
    public void TwoAnswers_WhereTheyCannotStand_LeaveTheQuestionOpen(
        string question,
        string first,
        string second
    ) => Assert.Equal([question], With(question, first, second).Open);

    [Fact]
    public void QuestionWithoutPoints_MayBeLeftOut() => Assert.Equal(27, With("who").Points);

    [Fact]
    public void NothingEntered_LeavesTheScoredQuestionsOpen()
    {
        var score = QuestionnaireScore.Of(Form, new Dictionary<string, IReadOnlyList<string>>());

        Assert.Null(score.Points);
        Assert.Equal(["mark", "often"], score.Open);
    }
}
