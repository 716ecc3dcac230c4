using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Imports.Spreadsheets;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>批量开户: many accounts from a file, all or none.</summary>
[Collection(OnGateway.Name)]
public sealed class AccountFilesTest(GatewayServer gateway)
{
    private const string Header = "用户名,显示名称,职责,部门,居民区,测评活动,工作人员编号";

    private async Task<HttpClient> AdministratorAsync(string township)
    {
        var (userName, password) = await gateway.AccountAsync("townshipAdministrator", township);
        return await gateway.BrowserAsync(userName, password);
    }

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient keeper,
        string step,
        byte[] content
    ) =>
        keeper.PostAsync(
            $"/api/accounts/files/{step}",
            new MultipartFormDataContent { { new ByteArrayContent(content), "file", "accounts" } }
        );

    private static byte[] File(params string[] rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Header)));

    private static async Task<JsonNode> CheckAsync(HttpClient keeper, byte[] content)
    {
        var answer = await SendAsync(keeper, "check", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await JsonOf(answer);
    }

    private static IEnumerable<(string Code, int Line)> ProblemsOf(JsonNode answer) =>
        answer["problems"]!
            .AsArray()
            .Select(problem =>
                (problem!["code"]!.GetValue<string>(), problem["line"]!.GetValue<int>())
            );

    private static async Task<int> CountAsync(HttpClient keeper) =>
        (await JsonOf(await keeper.GetAsync("/api/accounts"))).AsArray().Count;

    [Fact]
    public async Task RowsOfOneUserName_AreOneAccountWithADutyEach()
    {
        var administrator = await AdministratorAsync("file-town");
        var content = File(
            "file-one,张三,部门评分,党建办、社建办,,,p01",
            "file-two,第一居民区,area,,gj01,,",
            "FILE-ONE,,签批领导,平安办,,,"
        );

        var preview = await CheckAsync(administrator, content);

        Assert.Empty(preview["problems"]!.AsArray());
        var planned = preview["accounts"]!.AsArray();
        Assert.Equal(["file-one", "file-two"], planned.Select(one => (string?)one!["userName"]));
        Assert.Equal(
            ["departmentScorer", "leader"],
            planned[0]!["duties"]!.AsArray().Select(duty => (string?)duty!["role"])
        );
        Assert.Equal("p01", (string?)planned[0]!["staff"]);
        // Looking at it opened nothing.
        Assert.Equal(1, await CountAsync(administrator));

        var opened = await SendAsync(administrator, $"open?digest={preview["digest"]}", content);

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var slips = (await JsonOf(opened)).AsArray();
        Assert.Equal(["张三", "第一居民区"], slips.Select(slip => (string?)slip!["displayName"]));
        Assert.Equal(3, await CountAsync(administrator));
        await gateway.AcceptAsync((string)slips[0]!["path"]!, "a sentence from paper");
        var browser = await gateway.BrowserAsync("file-one", "a sentence from paper");
        var me = await JsonOf(await browser.GetAsync("/api/accounts/me"));
        Assert.Equal("file-town", (string?)me["township"]!["id"]);
        Assert.Equal("平安办", (string?)me["duties"]![1]!["departments"]![0]);
    }

    [Fact]
    public async Task FileWithOneBadRow_OpensNothing()
    {
        var administrator = await AdministratorAsync("bad-file-town");
        await gateway.TownshipAsync("bad-file-town");
        await administrator.PostAsJsonAsync(
            "/api/accounts",
            new
            {
                userName = "bad-there",
                displayName = "已有",
                staff = "p09",
                duties = new[] { DutyOf("departmentScorer") },
            }
        );
        var content = File(
            "bad-good,好的,部门评分,党建办,,,p02",
            "bad-role,某某,国王,,,,",
            "bad-admin,某某,街镇管理员,,,,",
            "bad-none,某某,部门评分,,,,",
            "bad-feed,某某,数据接口,,,,",
            "Bad-There,某某,部门评分,党建办,,,",
            "bad-staff,某某,部门评分,党建办,,,p09",
            "bad-twin,某某,部门评分,党建办,,,p02",
            "bad-names,一个,部门评分,党建办,,,",
            "bad-names,另一个,签批领导,,,,",
            "名字 不行,某某,部门评分,党建办,,,",
            "bad-money,某某,财务编制,,,,",
            "bad-money,,财务审核,,,,"
        );

        var preview = await CheckAsync(administrator, content);

        Assert.Equal(
            [
                ("role-is-unknown", 3),
                ("township-gives-only-its-own-roles", 4),
                ("department-scorer-needs-department", 5),
                ("program-must-be-opened-alone", 6),
                ("user-name-is-taken", 7),
                ("staff-record-has-account", 8),
                ("staff-record-has-account", 9),
                ("rows-of-an-account-must-agree", 11),
                ("user-name-is-malformed", 12),
                ("payout-must-be-approved-by-another", 13),
            ],
            ProblemsOf(preview)
        );
        Assert.Equal(
            "bad-good",
            (string?)Assert.Single(preview["accounts"]!.AsArray())!["userName"]
        );
        await RefusedAsync(
            await SendAsync(administrator, $"open?digest={preview["digest"]}", content),
            HttpStatusCode.UnprocessableEntity,
            "account-file-has-problems"
        );
        Assert.Equal(2, await CountAsync(administrator));
    }

    [Fact]
    public async Task OtherFileThanTheOneChecked_OpensNothing()
    {
        var administrator = await AdministratorAsync("other-file-town");
        var preview = await CheckAsync(administrator, File("other-file,某某,部门评分,党建办,,,"));

        await RefusedAsync(
            await SendAsync(
                administrator,
                $"open?digest={preview["digest"]}",
                File("other-file,某某,部门评分,平安办,,,")
            ),
            HttpStatusCode.Conflict,
            "account-file-must-be-the-one-checked"
        );
        Assert.Equal(1, await CountAsync(administrator));
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, "account-file-is-too-long")]
    [InlineData(0, "account-file-is-empty")]
    public async Task File_HoldsAsManyAccountsAsASheetOfPaperWork(int accounts, string? code)
    {
        var district = await gateway.BrowserAsync();
        await gateway.TownshipAsync("long-file-town");
        var answer = await SendAsync(
            district,
            "check?township=long-file-town",
            File([
                .. Enumerable
                    .Range(0, accounts)
                    .Select(number => $"long-{number},某某,部门评分,党建办,,,"),
            ])
        );

        if (code is null)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(accounts, (await JsonOf(answer))["accounts"]!.AsArray().Count);
        }
        else
        {
            await RefusedAsync(answer, HttpStatusCode.UnprocessableEntity, code);
        }
    }

    [Fact]
    public async Task FileWithoutAColumn_IsRefused()
    {
        var district = await gateway.BrowserAsync();

        await RefusedAsync(
            await SendAsync(district, "check", Encoding.UTF8.GetBytes("用户名,职责\na,area")),
            HttpStatusCode.UnprocessableEntity,
            "account-file-lacks-columns"
        );
        await RefusedAsync(
            await SendAsync(district, "check", [0, 1, 2]),
            HttpStatusCode.UnprocessableEntity,
            "account-file-is-unreadable"
        );
    }

    [Fact]
    public async Task Template_IsAFileThatWouldOpenAccounts()
    {
        var administrator = await AdministratorAsync("template-town");
        var template = await administrator.GetAsync("/api/accounts/files/template.xlsx");
        Assert.Equal(WorkbookWriter.ContentType, template.Content.Headers.ContentType!.MediaType);

        var preview = await CheckAsync(
            administrator,
            await template.Content.ReadAsByteArrayAsync()
        );

        Assert.Empty(preview["problems"]!.AsArray());
        Assert.Equal(2, preview["accounts"]!.AsArray().Count);
    }

    [Fact]
    public async Task TownshipAdministrator_OpensNothingElsewhereByFile()
    {
        var administrator = await AdministratorAsync("home-file-town");
        await gateway.TownshipAsync("away-file-town");

        var preview = await JsonOf(
            await SendAsync(
                administrator,
                "check?township=away-file-town",
                File("away-1,某某,部门评分,党建办,,,")
            )
        );

        Assert.Equal([("account-belongs-to-another-township", 2)], ProblemsOf(preview));
    }
}
