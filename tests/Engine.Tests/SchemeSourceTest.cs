using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;
using Assessment.Engine.Sources;

namespace Assessment.Engine.Tests;

public sealed class SchemeSourceTest
{
    public static TheoryData<string> Schemes() => [.. SchemeFolder.Schemes()];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void EveryQuote_IsInItsClauseOfTheSourceLetterForLetter(string id)
    {
        var scheme = SchemeFolder.Read(id);
        var source = SourceDocument.Read(SchemeFolder.Text(id, scheme.Source.File));

        Assert.NotEmpty(scheme.Citations);
        Assert.Empty(SourceCheck.Check(scheme, "scheme.yaml", source));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void EveryQuestionnaire_CanBeReadAndIsInTheSource(string id)
    {
        var scheme = SchemeFolder.Read(id);
        var source = SchemeFolder.Text(id, scheme.Source.File);
        foreach (
            var file in scheme
                .Collection.Survey?.Campaigns.Select(campaign => campaign.Questionnaire)
                .Distinct()
                ?? []
        )
        {
            var questionnaire = QuestionnaireReader.Read(SchemeFolder.Text(id, file), file);

            Assert.Contains(questionnaire.Title, source, StringComparison.Ordinal);
            Assert.All(
                questionnaire.Sections,
                section => Assert.Contains(section.Title, source, StringComparison.Ordinal)
            );
            Assert.All(
                questionnaire.Sections.SelectMany(section => section.Questions),
                question => Assert.Contains(question.Text, source, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void FileWithEverythingNextToIt_IsLookedAtWhole()
    {
        var check = Check(path => path);

        Assert.Empty(check.Problems);
        Assert.Equal("gaojing-2024", check.Scheme!.Id);
        Assert.Equal(
            ["语法", $"引文 {check.Scheme.Citations.Count} 处（source.md）", "问卷 1 份"],
            check.Looked
        );
    }

    [Theory]
    [InlineData(
        "source.md",
        "source-missing",
        "方案旁边没有来源文件“source.md”",
        "语法、问卷 1 份"
    )]
    [InlineData(
        "residents.yaml",
        "questionnaire-missing",
        "方案旁边没有问卷“questionnaires/residents.yaml”",
        "语法、引文"
    )]
    public void FileThatIsNotThere_IsAProblemWhereItIsNamed(
        string missing,
        string code,
        string says,
        string looked
    )
    {
        var check = Check(path => path.EndsWith(missing, StringComparison.Ordinal) ? null : path);

        var problem = Assert.Single(check.Problems);
        Assert.Equal((code, says), (problem.Code, problem.Message));
        Assert.Contains(
            missing,
            SchemeFolder.Text("gaojing-2024", "scheme.yaml").Split('\n')[problem.Line - 1][
                (problem.Column - 1)..
            ],
            StringComparison.Ordinal
        );
        Assert.StartsWith(looked, string.Join('、', check.Looked), StringComparison.Ordinal);
    }

    private static SchemeFileCheck Check(Func<string, string?> there) =>
        SchemeFileCheck.Of(
            SchemeFolder.Text("gaojing-2024", "scheme.yaml"),
            "scheme.yaml",
            path => there(path) is null ? null : SchemeFolder.Text("gaojing-2024", path.Split('/'))
        );

    [Fact]
    public void ResidentsQuestionnaire_HasTenQuestionsOfTenPoints()
    {
        var questionnaire = QuestionnaireReader.Read(
            SchemeFolder.Text("gaojing-2024", "questionnaires", "residents.yaml"),
            "residents.yaml"
        );

        var questions = questionnaire.Sections.SelectMany(section => section.Questions).ToList();
        Assert.Equal(
            Enumerable.Range(1, 10).Select(i => $"q{i}"),
            questions.Select(question => question.Id)
        );
        Assert.All(questions, question => Assert.Equal(10, question.Max));
        Assert.Equal(100, questionnaire.Maximum);
    }

    [Fact]
    public void QuestionnaireWithWrongPoints_IsRefusedWithItsPlace()
    {
        var text = SchemeFolder
            .Text("gaojing-2024", "questionnaires", "residents.yaml")
            .Replace("max: 10}", "max: 9}", StringComparison.Ordinal);

        var problems = Assert
            .Throws<SchemeException>(() => QuestionnaireReader.Read(text, "residents.yaml"))
            .Problems;

        Assert.Equal(5, problems.Count);
        Assert.All(problems, problem => Assert.Equal("points-do-not-add-up", problem.Code));
        Assert.Equal((7, 13), (problems[0].Line, problems[0].Column));
    }

    [Fact]
    public void Collection_SaysWhatThePlatformMustGather()
    {
        var collection = SchemeFolder.Read("gaojing-2024").Collection;

        Assert.Equal(
            [("meeting", null), ("thirdParty", null), ("online", "H1"), ("online", "H2")],
            collection.Survey!.Campaigns.Select(campaign => (campaign.Channel, campaign.Wave))
        );
        Assert.Equal(
            (new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)),
            collection.Hotline!.Window(2024)
        );
        Assert.Equal(["12345", "信访", "舆情"], collection.Hotline.Sources);
        Assert.Equal(12, collection.Lines.Count);
        Assert.Equal(
            ["社建办", "规生办"],
            collection.Lines.Single(line => line.Id == "R2.5").Departments
        );
        Assert.Equal(
            ["national", "city", "district"],
            collection.Events.Single(rule => rule.Id == "honour").Levels.Select(level => level.Id)
        );
    }
}
