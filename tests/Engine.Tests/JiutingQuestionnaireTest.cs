using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;

namespace Assessment.Engine.Tests;

/// <summary>附件1 of jiuting-2025: twelve questions, of which the third to the ninth give points.</summary>
public sealed class JiutingQuestionnaireTest
{
    private const string Scheme = "jiuting-2025";

    private static readonly Questionnaire Form = QuestionnaireReader.Read(
        SchemeFolder.Text(Scheme, "questionnaires", "residents.yaml"),
        "residents.yaml"
    );

    private static readonly IReadOnlyList<Question> Questions =
    [
        .. Form.Sections.SelectMany(section => section.Questions),
    ];

    /// <summary>Where everything that gives points is answered so that it gives the most.</summary>
    private static QuestionnaireScore BestWith(string question, params string[] entered)
    {
        var answers = Questions
            .Where(one => one.IsScored)
            .ToDictionary(
                one => one.Id,
                IReadOnlyList<string> (one) =>
                    [one.Options.First(option => option.Score == one.Max).Id],
                StringComparer.Ordinal
            );
        answers[question] = entered;
        return QuestionnaireScore.Of(Form, answers);
    }

    [Fact]
    public void Questions_AreTwelve_AndThoseFromThreeToNineGiveAHundredPoints()
    {
        Assert.Equal(
            Enumerable.Range(1, 12).Select(number => $"q{number}"),
            Questions.Select(question => question.Id)
        );
        Assert.Equal(
            ["q3", "q4", "q5", "q6", "q7", "q8", "q9"],
            Questions.Where(question => question.IsScored).Select(question => question.Id)
        );
        Assert.Equal(100, Form.Maximum);
    }

    [Fact]
    public void Words_StandInTheSourceLetterForLetter()
    {
        var source = SchemeFolder.Text(Scheme, "source.md");

        Assert.Contains($"### {Form.Title}\n", source, StringComparison.Ordinal);
        Assert.All(
            Form.Sections,
            section => Assert.Contains($"{section.Title}\n", source, StringComparison.Ordinal)
        );
        Assert.All(
            Questions.Index(),
            question =>
                Assert.Contains(
                    $"{question.Index + 1}、{question.Item.Text}",
                    source,
                    StringComparison.Ordinal
                )
        );
        Assert.All(
            Questions.SelectMany(question => question.Options),
            option =>
                Assert.Contains(
                    $"{option.Id}. {option.Text}",
                    source,
                    StringComparison.OrdinalIgnoreCase
                )
        );
    }

    [Theory]
    [InlineData("q3", "A=10 B=0")]
    [InlineData("q4", "A=15 B=10 C=6 D=3 E=0")]
    [InlineData("q5", "A=3 B=7 C=11 D=15")]
    [InlineData("q6", "A=0 B=5 C=10 D=15")]
    [InlineData("q7", "A=0 B=5 C=10 D=15")]
    [InlineData("q8", "A=20 B=12 C=6 D=0")]
    [InlineData("q9", "A=10 B=8 C=6 D=0")]
    public void ScoredQuestion_GivesThePointsOfItsOption(string question, string scores)
    {
        var lost = Questions.Single(one => one.Id == question);

        Assert.Equal(
            scores,
            string.Join(' ', lost.Options.Select(option => $"{option.Id}={option.Score}"))
        );
        Assert.All(
            lost.Options,
            option =>
                Assert.Equal(100 - lost.Max + option.Score, BestWith(question, option.Id).Points)
        );
    }

    [Theory]
    [InlineData("q1", "B")]
    [InlineData("q2", "F")]
    [InlineData("q10", "A", "I")]
    [InlineData("q11", "D", "F", "G")]
    [InlineData("q12", "希望增加停车位")]
    public void OtherQuestions_GiveNoPoints(string question, params string[] entered) =>
        Assert.Equal(100, BestWith(question, entered).Points);

    [Theory]
    [InlineData("q3", "C")]
    [InlineData("q8", "")]
    [InlineData("q11", "E")]
    public void AnswerThatIsNotPrinted_LeavesTheQuestionOpen(string question, string entered) =>
        Assert.Equal([question], BestWith(question, entered).Open);
}
