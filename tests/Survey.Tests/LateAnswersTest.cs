using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Audit;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>补录: what the office can still bring between closing and the final result.</summary>
[Collection(SurveyService.Name)]
public sealed class LateAnswersTest(SurveyHost host)
{
    [Fact]
    public async Task LateAnswer_OfWhoTookNoPart_Counts_AndOfWhoDidIsRefused()
    {
        var township = await ClosedAsync(Row("h1", score: "4"));

        var report = await township.ImportLateAsync(
            Row("h1", submittedAt: "2024-06-01 08:00", score: "10"),
            Row("h2", score: "8")
        );

        Assert.Equal(1, CountOf(report, "accepted"));
        Assert.Equal(1, CountOf(report, "late"));
        var problem = Assert.Single(report["problems"]!.AsArray())!;
        Assert.Equal("householdTookPart", (string?)problem["code"]);
        Assert.Equal("该户已参加本次测评，截止后补录不再更改。", (string?)problem["message"]);
        Assert.Equal((60m, 2m), await MeanAsync(township));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HouseholdTwice_InOneLateFile_CountsOnce_InWhateverOrder(bool forward)
    {
        var township = await ClosedAsync(Row("h1", score: "4"));
        string[] rows =
        [
            Row("h2", submittedAt: "2024-06-05 08:00", score: "8"),
            Row("h2", submittedAt: "2024-06-06 08:00", score: "2"),
            Row("h3", score: "6"),
        ];

        var report = await township.ImportLateAsync(forward ? rows : rows.Reverse());

        Assert.Equal(2, CountOf(report, "accepted"));
        Assert.Equal(1, CountOf(report, "duplicate"));
        Assert.Equal((60m, 3m), await MeanAsync(township));
    }

    [Fact]
    public async Task HouseholdTwice_InTwoLateFiles_CountsOnce()
    {
        var township = await ClosedAsync(Row("h1", score: "4"));
        await township.ImportLateAsync(Row("h2", score: "8"));

        var second = await township.ImportLateAsync(
            Row("h2", submittedAt: "2024-06-01 08:00", score: "2")
        );

        Assert.Equal(1, CountOf(second, "householdTookPart"));
        Assert.Equal((60m, 2m), await MeanAsync(township));
        Assert.Equal(2, await ParticipationsAsync(township));
    }

    /// <summary>Who took part in another campaign of the cycle has not taken part in this one, and is one household all the same.</summary>
    [Fact]
    public async Task LateAnswer_OfWhoTookPartInAnotherCampaign_Counts_AndTheHouseholdIsCountedOnce()
    {
        var township = await ClosedAsync(Row("h1"), Row("h2", wave: "H2"));

        var report = await township.ImportLateAsync(Row("h2"));

        Assert.Equal(1, CountOf(report, "accepted"));
        var facts = (await township.FactsAsync())[First];
        Assert.Equal(2, facts.Single(fact => fact.Item == "satisfaction.households").Value);
    }

    [Fact]
    public async Task LateFile_WithoutAReason_IsRefused_AndTakenWithOne_WhichTheAuditKeeps()
    {
        var township = await ClosedAsync(Row("h1"));
        var refused = await township.ImportAsync(Row("h2"));
        Assert.Equal(1, CountOf(refused, "campaignClosed"));
        Assert.Contains("补录理由", (string?)refused["problems"]![0]!["message"]);

        var taken = await township.ImportLateAsync(Row("h2"));

        Assert.Equal((string?)refused["id"], (string?)taken["id"]);
        Assert.Equal(1, CountOf(taken, "accepted"));
        Assert.Equal("纸质答卷晚到", (string?)taken["reason"]);
        var records = await host.ReadAsync(
            township.Township,
            db =>
                db.Audit.AsNoTracking()
                    .Where(entry =>
                        entry.Subject == $"import:{(string?)taken["id"]}" && entry.Reason != null
                    )
                    .OrderBy(entry => entry.Sequence)
                    .ToListAsync()
        );
        Assert.Equal(
            [AuditActions.ImportUploaded, AuditActions.ImportCompleted],
            records.Select(entry => entry.Action)
        );
        Assert.All(records, entry => Assert.Equal("纸质答卷晚到", entry.Reason));
        Assert.StartsWith("townshipAdministrator@", records[^1].Who, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooLongAReason_IsRefused()
    {
        var township = await ClosedAsync(Row("h1"));
        using var form = FormOf(FileOf(Row("h2")), new string('因', 201));
        using var response = await township.Administrator.PostAsync(
            $"/api/survey/imports/responses?cycle={township.Cycle}",
            form
        );
        Assert.Equal("reason-of-an-import-is-too-long", await CodeOfAsync(response));
    }

    [Fact]
    public async Task Surveyor_BringsNothingAfterTheClosing_WhateverTheReason()
    {
        var township = await ClosedAsync(Row("h1"));
        var campaign = await township.CampaignAsync();
        var surveyor = host.As(township.Township, Roles.Surveyor, campaign: campaign.ToString());
        using var form = FormOf(FileOf(Row("h2")), "晚到");
        using var uploaded = await surveyor.PostAsync(
            $"/api/survey/imports/responses?cycle={township.Cycle}",
            form
        );
        var id = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!["id"];
        JsonNode report = null!;
        await Eventually.HoldsAsync(
            "import ended",
            async () =>
            {
                report = (await surveyor.GetFromJsonAsync<JsonNode>($"/api/survey/imports/{id}"))!;
                return (string?)report["status"] == "completed";
            }
        );

        Assert.Equal(1, CountOf(report, "campaignClosed"));
        Assert.Equal(1, await ParticipationsAsync(township));
    }

    [Fact]
    public async Task Preview_OfALateFile_SaysWhatTheImportSays_AndMovesNothing()
    {
        var township = await ClosedAsync(Row("h1"));
        var file = FileOf(Row("h1"), Row("h2"));
        using var form = FormOf(file, "晚到");

        using var previewed = await township.Administrator.PostAsync(
            $"/api/survey/imports/responses/preview?cycle={township.Cycle}",
            form
        );

        var preview = (await previewed.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(1, await ParticipationsAsync(township));
        var report = await township.ImportAsync(file, "晚到");
        Assert.Equal(preview["counts"]!.ToJsonString(), report["counts"]!.ToJsonString());
    }

    [Fact]
    public async Task ClosedPage_StaysClosed_AndGivesNoLink()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var link = await township.LinkAsync(campaign, "h1");
        await township.CloseAsync(campaign);
        await township.ImportLateAsync(Row("h2"));

        using var form = new FormUrlEncodedContent(Filled("9"));
        using var answer = await host.Resident().PostAsync(link, form);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(1, await ParticipationsAsync(township));
    }

    [Fact]
    public async Task AfterTheFinalResult_NoFileLinkOrAnswerIsTaken()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var link = await township.LinkAsync(campaign, "h1");
        await township.EndAsync();

        var report = await township.ImportLateAsync(Row("h2"));
        using var issued = await township.Administrator.PostAsJsonAsync(
            $"/api/survey/campaigns/{campaign}/links",
            new { area = First, count = 1 }
        );
        using var form = new FormUrlEncodedContent(Filled("9"));
        using var answer = await host.Resident().PostAsync(link, form);

        Assert.Equal("refused", (string?)report["status"]);
        Assert.Equal("cycle-is-final", (string?)report["error"]!["code"]);
        Assert.Equal("考核结果已生效，不再收取测评材料。", (string?)report["error"]!["message"]);
        Assert.Equal("cycle-is-final", await CodeOfAsync(issued));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "考核结果已生效",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await ParticipationsAsync(township));
    }

    /// <summary>A township whose first online campaign had these answers when it was closed.</summary>
    private async Task<TownshipCycle> ClosedAsync(params string[] rows)
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(rows);
        await township.CloseAsync(await township.CampaignAsync());
        return township;
    }

    private static MultipartFormDataContent FormOf(byte[] file, string reason) =>
        new()
        {
            { new ByteArrayContent(file), "file", "responses.csv" },
            { new StringContent(reason), "reason" },
        };

    private static async Task<string?> CodeOfAsync(HttpResponseMessage response) =>
        (string?)(await response.Content.ReadFromJsonAsync<JsonNode>())!["code"];

    private static int CountOf(JsonNode report, string outcome) =>
        report["counts"]![outcome]?.GetValue<int>() ?? 0;

    private static async Task<(decimal Mean, decimal? Count)> MeanAsync(TownshipCycle township)
    {
        var fact = (await township.FactsAsync())[First]
            .Single(one => one.Item == "satisfaction" && one.Period == "H1");
        return (fact.Value, fact.Count);
    }

    private Task<int> ParticipationsAsync(TownshipCycle township) =>
        host.ReadAsync(township.Township, db => db.Participations.CountAsync());
}
