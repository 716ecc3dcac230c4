using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;

namespace Assessment.Engine.Tests;

/// <summary>The ways a question can be answered, and what a questionnaire file may not say.</summary>
public sealed class QuestionnaireReaderTest
{
    private const string Mixed = """
        questionnaire: mixed
        title: 问卷
        sections:
          - title: 基本信息
            questions:
              - {id: who, text: 身份, options: [{text: 业主}, {text: 租户}]}
          - title: 满意度
            points: 30
            questions:
              - {id: mark, text: 打分, max: 10}
              - {id: often, text: 频次, options: [{text: 常来, score: 20}, {text: 少来, score: 5}, {text: 不来, score: 0}]}
          - title: 建议
            questions:
              - {id: wishes, text: 展望, kind: multiple, options: [{text: 为老}, {text: 托幼}, {id: F, text: 其他}]}
              - {id: words, text: 意见, kind: text}
        """;

    private static List<Question> Questions(Questionnaire questionnaire) =>
        [.. questionnaire.Sections.SelectMany(section => section.Questions)];

    private static string[] Problems(string written, string instead) =>
        [
            .. Assert
                .Throws<SchemeException>(() =>
                    QuestionnaireReader.Read(
                        Mixed.Replace(written, instead, StringComparison.Ordinal),
                        "mixed.yaml"
                    )
                )
                .Problems.Select(problem => problem.Code),
        ];

    [Fact]
    public void EveryKindOfQuestion_IsRead()
    {
        var questions = Questions(QuestionnaireReader.Read(Mixed, "mixed.yaml"));

        Assert.Equal(
            [
                QuestionKind.SingleChoice,
                QuestionKind.Points,
                QuestionKind.SingleChoice,
                QuestionKind.MultipleChoice,
                QuestionKind.FreeText,
            ],
            questions.Select(question => question.Kind)
        );
        Assert.Equal([0, 10, 20, 0, 0], questions.Select(question => question.Max));
        Assert.Equal(
            [false, true, true, false, false],
            questions.Select(question => question.IsScored)
        );
    }

    [Fact]
    public void Maximum_IsTheSumOfTheBestAnswersToScoredQuestions() =>
        Assert.Equal(30, QuestionnaireReader.Read(Mixed, "mixed.yaml").Maximum);

    [Fact]
    public void OptionsWithoutALetter_GetTheOneOfTheirPlace_OthersKeepTheirs()
    {
        var questions = Questions(QuestionnaireReader.Read(Mixed, "mixed.yaml"));

        Assert.Equal(["A", "B", "C"], questions[2].Options.Select(option => option.Id));
        Assert.Equal(["A", "B", "F"], questions[3].Options.Select(option => option.Id));
    }

    [Theory]
    [InlineData("points: 30", "points: 29", "points-do-not-add-up")]
    [InlineData("score: 20", "score: 21", "points-do-not-add-up")]
    [InlineData("{text: 少来, score: 5}", "{text: 少来}", "score-missing")]
    [InlineData("score: 5", "score: -5", "integer-expected")]
    [InlineData("{text: 托幼}", "{text: 托幼, score: 0}", "score-not-allowed")]
    [InlineData("{id: F, text: 其他}", "{id: A, text: 其他}", "duplicate-id")]
    [InlineData("id: often", "id: who", "duplicate-id")]
    [InlineData("kind: text", "kind: words", "kind-unknown")]
    [InlineData("意见, kind: text", "意见, kind: text, max: 10", "unknown-key")]
    [InlineData("打分, max: 10", "打分, max: 10, options: [{text: 好}]", "unknown-key")]
    public void WhatCannotBe_IsRefused(string written, string instead, string code) =>
        Assert.Contains(code, Problems(written, instead));

    [Fact]
    public void ScoredSectionWithoutPoints_IsRefused() =>
        Assert.Contains("key-missing", Problems("    points: 30\n", ""));

    [Fact]
    public void ChoiceWithoutOptions_IsRefused() =>
        Assert.Equal(["key-missing"], Problems("kind: text", "kind: single"));

    [Fact]
    public void PointsForASectionWithoutScoredQuestions_AreRefused() =>
        Assert.Equal(
            ["points-do-not-add-up"],
            Problems("title: 建议\n", "title: 建议\n    points: 10\n")
        );
}
