using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Schemes;
using Assessment.ServiceDefaults.DomainExceptions;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class CycleTest(ScoringHost host)
{
    [Fact]
    public async Task OpenedCycle_TellsTheOtherServicesWhatToCollect()
    {
        var year = await TownshipYear.OpenAsync(host);

        var opened = await host.ReceiveAsync<CycleOpened>(year.Township);

        Assert.Equal(
            (year.Cycle, "gaojing-2024", 2024, 1),
            (opened.Cycle, opened.Scheme, opened.Year, opened.RegisterVersion)
        );
        Assert.Equal(["a1", "a2"], opened.Areas.Select(area => area.Id));
        Assert.Equal(
            ["meeting ", "thirdParty ", "online H1", "online H2"],
            opened.Plan.Campaigns.Select(campaign => $"{campaign.Channel} {campaign.Wave}")
        );
        var questionnaire = Assert.Single(opened.Questionnaires);
        Assert.All(
            opened.Plan.Campaigns,
            campaign => Assert.Equal(questionnaire.File, campaign.Questionnaire)
        );
        Assert.Equal(
            10,
            QuestionnaireReader
                .Read(questionnaire.Text, questionnaire.File)
                .Sections.Sum(section => section.Questions.Count)
        );
        Assert.Equal(
            (new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), "hotline", "tickets"),
            (
                opened.Plan.Hotline!.From,
                opened.Plan.Hotline.To,
                opened.Plan.Hotline.Item,
                opened.Plan.Hotline.TicketsItem
            )
        );
        Assert.Equal(["12345", "信访", "舆情"], opened.Plan.Hotline.Sources);
    }

    [Fact]
    public async Task SecondCycleOfTheSameSchemeAndYear_IsRefused_AnotherYearIsNot()
    {
        var year = await TownshipYear.OpenAsync(host);

        await IsRefusedAsync<CycleIsAlreadyOpenForSchemeAndYear>(
            year,
            "/api/scoring/cycles",
            new { scheme = "gaojing-2024", year = 2024 },
            HttpStatusCode.Conflict
        );
        await year.OpenCycleAsync(2025);

        Assert.Equal(2, (await year.GetAsync("/api/scoring/cycles")).AsArray().Count);
    }

    [Fact]
    public async Task SchemeThatWasNotAdopted_OpensNoCycle() =>
        await IsRefusedAsync<SchemeMustBeAdoptedFirst>(
            TownshipYear.Empty(host),
            "/api/scoring/cycles",
            new { scheme = "gaojing-2024", year = 2024 },
            HttpStatusCode.Conflict
        );

    [Fact]
    public async Task SchemeWithASyntaxError_IsRefusedWithItsPlace_AndNotKept()
    {
        var year = TownshipYear.Empty(host);

        var problem = await IsRefusedAsync<SchemeCannotBeRead>(
            year,
            "/api/scoring/schemes",
            new { yaml = "scheme: x\ntitle: [一\nyear: 2024\n" },
            HttpStatusCode.UnprocessableEntity
        );

        var place = Assert.Single(problem["problems"]!.AsArray());
        Assert.Equal("yaml-syntax", (string?)place!["code"]);
        Assert.InRange((int)place["line"]!, 2, 3);
        Assert.Empty((await year.GetAsync("/api/scoring/schemes"))["adopted"]!.AsArray());
    }

    [Fact]
    public async Task SchemeAdoptedTwice_IsOneAdoption_AndAnotherTextIsAnother()
    {
        var year = await TownshipYear.OpenAsync(host);
        var text = (string)(await year.GetAsync("/api/scoring/schemes/gaojing-2024"))["yaml"]!;
        using var own = await year.Admin.PostAsJsonAsync(
            "/api/scoring/schemes",
            new { yaml = text.Replace("title: 总分", "title: 考核总分", StringComparison.Ordinal) }
        );
        Assert.Equal(HttpStatusCode.Created, own.StatusCode);

        using var again = await year.Admin.PostAsJsonAsync(
            "/api/scoring/schemes",
            new { catalogId = "gaojing-2024" }
        );

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var list = await year.GetAsync("/api/scoring/schemes");
        Assert.Equal(
            [0, 1],
            list["adopted"]!.AsArray().Select(scheme => (int)scheme!["usedByCycles"]!)
        );
        Assert.Single(
            list["catalog"]!.AsArray(),
            scheme => (string?)scheme!["id"] == "gaojing-2024"
        );
    }

    [Fact]
    public async Task OtherTownship_SeesNothing()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", CalculationTest.Score(84));
        await year.CalculateAsync();
        var other = TownshipYear.Empty(host);

        foreach (var list in new[] { "areas", "staff", "departments", "cycles", "imports" })
        {
            Assert.Empty((await other.GetAsync($"/api/scoring/{list}")).AsArray());
        }

        foreach (
            var part in new[]
            {
                "",
                "/facts",
                "/events",
                "/results",
                "/results.xlsx",
                "/results/a1/explanation",
            }
        )
        {
            using var answer = await other.Admin.GetAsync(year.Path + part);
            Assert.Equal((part, HttpStatusCode.NotFound), (part, answer.StatusCode));
        }

        foreach (var step in new[] { "/start-scoring", "/calculate" })
        {
            using var answer = await other.Admin.PostAsJsonAsync(year.Path + step, new { });
            Assert.Equal((step, HttpStatusCode.NotFound), (step, answer.StatusCode));
        }
    }

    [Fact]
    public async Task WithoutATicket_NothingIsAnswered()
    {
        using var answer = await host.Anonymous().GetAsync("/api/scoring/areas");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<JsonNode> IsRefusedAsync<TException>(
        TownshipYear year,
        string path,
        object body,
        HttpStatusCode status
    )
        where TException : DomainException
    {
        using var answer = await year.Admin.PostAsJsonAsync(path, body);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(
            (status, DomainException.CodeOf(typeof(TException))),
            (answer.StatusCode, (string?)problem["code"])
        );
        return problem;
    }

    [Fact]
    public async Task OpeningACycleWithChoices_OrdersThemWithTheirPoints_AndNoCountsThatNobodyAsksFor()
    {
        var year = TownshipYear.Empty(host);
        await year.ImportRegistersAsync(CaseFiles.Facts("jiuting-2025", "1"));
        await year.OpenCycleAsync(2025, "jiuting-2025");

        var opened = await host.ReceiveAsync<CycleOpened>(year.Township);

        var campaign = Assert.Single(opened.Plan.Campaigns);
        Assert.Equal(
            ("questionnaire", "M1", null, null),
            (campaign.Channel, campaign.Item, campaign.HouseholdsItem, campaign.PartyMembersItem)
        );
        var questionnaire = Assert.Single(opened.Questionnaires);
        Assert.Equal(campaign.Questionnaire, questionnaire.File);
        Assert.Equal(
            CaseFiles.Text("jiuting-2025", "questionnaires", "residents.yaml"),
            questionnaire.Text
        );
    }
}
