using System.Text;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Survey.Storage;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Survey.Tests;

[Collection(SurveyService.Name)]
public sealed class ResponsesPreviewTest(SurveyHost host)
{
    [Fact]
    public async Task Preview_SaysWhatTheImportSays_AndStoresNothing()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var client = new ImportClient(township.Administrator, "survey", township.Cycle);
        var file = TownshipCycle.FileOf(
            TownshipCycle.Row("h1"),
            TownshipCycle.Row("h1", submittedAt: "2024-06-04 09:30"),
            TownshipCycle.Row("h2", area: "a9"),
            TownshipCycle.Row("h3", last: "11")
        );

        var preview = await client.PreviewAsync("responses", file);

        Assert.Equal(0, await CountedAsync(township));
        Assert.Equal("duplicate", (string?)preview["firstRows"]![1]!["problem"]!["code"]);
        var report = await client.ImportAsync("responses", file);
        Assert.Equal(preview["problems"]!.ToJsonString(), report["problems"]!.ToJsonString());
        Assert.Equal(preview["counts"]!.ToJsonString(), report["counts"]!.ToJsonString());
        Assert.Equal("2024年高境镇居民区考核", (string?)report["cycleTitle"]);
    }

    [Fact]
    public async Task FileWithChineseHeads_LacksAQuestion_ThatIsNamed()
    {
        var township = await TownshipCycle.OpenAsync(host);

        var preview = await new ImportClient(
            township.Administrator,
            "survey",
            township.Cycle
        ).PreviewAsync(
            "responses",
            Encoding.UTF8.GetBytes(
                "社区,测评方式,轮次,答卷人,户号,提交时间,第1题\na1,online,H1,household,h1,2024-06-03,8\n"
            )
        );

        Assert.Equal("import-file-lacks-columns", (string?)preview["error"]!["code"]);
        Assert.Contains(
            "第2题（q2）",
            (string?)preview["error"]!["message"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task FilledTemplate_IsReadAsItWasWritten()
    {
        var township = await TownshipCycle.OpenAsync(host);

        await new ImportClient(
            township.Administrator,
            "survey",
            township.Cycle
        ).TemplateIsReadBackAsync(
            "responses",
            [
                "a1",
                "online",
                "H1",
                "household",
                "1-101",
                "2024-06-03 09:30:00",
                .. Enumerable.Repeat("8", TownshipCycle.Questions),
            ]
        );
    }

    [Fact]
    public async Task TemplateOfASurveyor_OffersItsCampaignsOnly()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var own = await township.CampaignAsync("thirdParty", wave: null);
        var surveyor = host.As(township.Township, Roles.Surveyor, campaign: own.ToString());

        var template = await new ImportClient(surveyor, "survey", township.Cycle).TemplateAsync(
            "responses"
        );

        Assert.Equal(["thirdParty"], FilledTemplate.Offered(template, "测评方式"));
    }

    private Task<int> CountedAsync(TownshipCycle township) =>
        host.ReadAsync(township.Township, (SurveyDb db) => db.Answers.CountAsync());
}
