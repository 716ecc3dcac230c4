using System.Net;
using System.Text.RegularExpressions;
using Assessment.Scoring.Tests.Procedures;
using Assessment.ServiceDefaults.SignIn;
using Xunit;

namespace Assessment.Scoring.Tests.Notices;

/// <summary>A resident objects from the notice, without an account, and learns what became of it by the receipt.</summary>
[Collection(ScoringService.Name)]
public sealed partial class ResidentObjectionTest(ScoringHost host)
{
    [Fact]
    public async Task Resident_ObjectsFromTheNotice_AndSeesTheAnswer()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        var now = await year.Procedure.UntilAsync("publicise", default);
        var posted = await year.PostAsync(
            "/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)now["earliestFirst"]!,
                contact = "考绩办",
            }
        );
        var notice = $"/notices/{posted["publicities"]![0]!["notice"]}";
        using var resident = host.As(township: null, Roles.Resident);
        // Before its first day there is nothing to object to.
        Assert.Equal(HttpStatusCode.NotFound, (await FormAsync(resident, notice)).Status);
        await host.Days.PassAsync(1, default);

        Assert.Contains($"{notice}/objection", (await GetAsync(resident, notice)).Text);
        var form = await FormAsync(resident, notice);
        Assert.Contains("提出异议", form.Text);
        Assert.DoesNotContain("<script", form.Text);
        var refused = await SendAsync(resident, notice, subject: "nobody", text: "<b>不实</b>");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        // What was written stays, and is text.
        Assert.Contains("<b>不实</b>", refused.Text);
        Assert.DoesNotContain("<b>", refused.Raw);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await SendAsync(resident, notice, "dn1", text: " ")).Status
        );
        // What no database stores and what is no form count as not filled in.
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await SendAsync(resident, notice, "dn1", text: "不\0实")).Status
        );
        using var torn = new StringContent("--x\r\n");
        torn.Headers.ContentType = new("multipart/form-data")
        {
            Parameters = { new("boundary", "y") },
        };
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await ReadAsync(await resident.PostAsync($"{notice}/objection", torn))).Status
        );
        var sent = await SendAsync(resident, notice, "dn1", "群众反映与实际不符");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Contains("回执编号", sent.Text);
        var state = StatePage().Match(sent.Raw).Value;

        Assert.Contains("已收到，等待受理", (await GetAsync(resident, state)).Text);
        var objections = new Objections(year);
        await objections.AcceptAsync(1);
        await objections.FindAsync(1);
        using var leader = year.LeaderAccount();
        await year.PostAsync(leader, "/procedure/objections/1/refuse", new { reason = "查无实据" });
        await year.PostAsync("/procedure/objections/1/answer", new { answer = "经核查，公示无误" });

        var answered = await GetAsync(resident, state);
        Assert.Contains("异议不成立，已答复", answered.Text);
        Assert.Contains("经核查，公示无误", answered.Text);
        // Nothing of who looked into it.
        Assert.DoesNotContain("leader@", answered.Text);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await GetAsync(resident, "/notices/objections/guessed")).Status
        );
        var seen = (await year.GetAsync($"{year.Path}/procedure/objections"))[0]!;
        Assert.Equal(("resident", "王某"), ((string?)seen["objector"], (string?)seen["name"]));

        await host.Days.PassAsync(5, default);
        Assert.Equal(HttpStatusCode.NotFound, (await FormAsync(resident, notice)).Status);
    }

    private static Task<Page> FormAsync(HttpClient resident, string notice) =>
        GetAsync(resident, $"{notice}/objection");

    private static async Task<Page> GetAsync(HttpClient resident, string address) =>
        await ReadAsync(await resident.GetAsync(address));

    private static async Task<Page> SendAsync(
        HttpClient resident,
        string notice,
        string subject,
        string text
    ) =>
        await ReadAsync(
            await resident.PostAsync(
                $"{notice}/objection",
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["matter"] = "grade",
                        ["subject"] = subject,
                        ["text"] = text,
                        ["name"] = "王某",
                    }
                )
            )
        );

    private static async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var raw = await answer.Content.ReadAsStringAsync();
            return new Page(answer.StatusCode, raw, WebUtility.HtmlDecode(raw));
        }
    }

    private sealed record Page(HttpStatusCode Status, string Raw, string Text);

    [GeneratedRegex("/notices/objections/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex StatePage();
}
