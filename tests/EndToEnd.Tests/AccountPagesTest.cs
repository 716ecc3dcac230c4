using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>Invitations, second factors, one's own account and the keeping of accounts, in headless Chromium.</summary>
[Collection(PlatformCollection.Name)]
public sealed class AccountPagesTest(Platform platform) : IAsyncLifetime
{
    private PortalBrowser _browser = null!;
    private FinalYear _final = null!;

    public async Task InitializeAsync()
    {
        _final = await platform.FinalAsync();
        _browser = await PortalBrowser.StartAsync(platform);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task InvitedPerson_SetsPasswordAndEnrols_BeforeAnythingElse(
        string device,
        int width,
        int height
    )
    {
        var userName = $"approver-{device}";
        var password = GeneratedPassword.Create();
        var link = await InviteAsync(
            new
            {
                userName,
                displayName = "财务审核",
                duties = new[] { new { role = "financeApprover" } },
            }
        );
        var page = await _browser.NewPageAsync(width, height);

        await page.GotoAsync(link);
        await Expect(page.GetByTestId("invitation-user-name")).ToHaveTextAsync(userName);
        await SetPasswordAsync(page, "password123");
        await Expect(page.GetByTestId("trouble")).ToContainTextAsync("常见密码");
        await PortalBrowser.LookAsync(page, $"invitation-{device}");
        await SetPasswordAsync(page, password);

        await Expect(page.GetByTestId("begin-enrolment")).ToBeVisibleAsync();
        await page.GotoAsync("/results");
        await page.GetByTestId("begin-enrolment").ClickAsync();
        await Expect(page.GetByTestId("enrolment-qr")).ToBeVisibleAsync();
        Assert.True(
            await page.GetByTestId("enrolment-qr").EvaluateAsync<int>("image => image.naturalWidth")
                > 0,
            "The QR code is not drawn."
        );
        await PortalBrowser.LookAsync(page, $"enrolment-{device}");
        var key = await page.GetByTestId("enrolment-key").InnerTextAsync();
        var phone = new Authenticator(
            key.Replace(" ", "", StringComparison.Ordinal).Trim(),
            TimeProvider.System
        );
        await PortalBrowser.ShowCodeAsync(page, await phone.NextCodeAsync(CancellationToken.None));

        var codes = page.GetByTestId("recovery-codes").Locator("li");
        await Expect(codes).ToHaveCountAsync(10);
        await PortalBrowser.LookAsync(page, $"recovery-codes-{device}");
        var recoveryCodes = await codes.AllInnerTextsAsync();
        await page.GetByTestId("recovery-codes-kept").CheckAsync();
        await page.GetByTestId("recovery-codes-done").ClickAsync();
        await Expect(page.GetByTestId("user-menu")).ToBeVisibleAsync();

        var visit = await SignInByRecoveryCodeAsync(
            userName,
            password,
            recoveryCodes[0],
            device,
            (width, height)
        );
        await ChangePhoneAsync(visit, recoveryCodes[1]);
        await page.GotoAsync(link);
        await Expect(page.GetByTestId("invitation-not-valid")).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, $"invitation-not-valid-{device}");
    }

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task Person_EndsOtherSessionsOfTheOwnAccount_AndSeesTheSignIns(
        string device,
        int width,
        int height
    )
    {
        var account = _final.Account("departmentScorer");
        var elsewhere = await _browser.SignInAsync(account, 1440, 900);
        var page = await _browser.SignInAsync(account, width, height);

        await page.GetByTestId("user-menu").ClickAsync();
        await page.GetByTestId("my-account").ClickAsync();
        await Expect(page.GetByTestId("sign-ins-table")).ToContainTextAsync("登录成功");
        await Expect(page.GetByTestId("second-factor"))
            .ToHaveAttributeAsync("data-enrolled", "false");
        await Expect(page.GetByTestId("end-session").First).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, $"account-{device}");
        await page.GetByTestId("end-other-sessions").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "全部退出" }).ClickAsync();
        await Expect(page.GetByTestId("end-session")).ToHaveCountAsync(0);

        await elsewhere.GotoAsync("/account");
        await Expect(elsewhere.GetByTestId("sign-in-form")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task Administrator_OpensFeedAccountAndIssuesItsKey_ThenDisablesIt(
        string device,
        int width,
        int height
    )
    {
        var userName = $"feed-{device}";
        var page = await _browser.SignInAsync(
            _final.Account("townshipAdministrator"),
            width,
            height
        );
        await page.GotoAsync("/accounts");
        await page.GetByTestId("open-account").ClickAsync();
        await page.GetByTestId("new-account-user-name").FillAsync(userName);
        await page.GetByTestId("new-account-display-name").FillAsync("12345 平台");
        await PortalBrowser.ChooseAsync(page, "duty-role-0", "数据接口");
        await page.GetByTestId("new-account-submit").ClickAsync();

        await page.GetByTestId("issue-key").ClickAsync();
        await Expect(page.GetByTestId("shown-key")).ToContainTextAsync("ak_");
        await PortalBrowser.LookAsync(page, $"key-shown-once-{device}");
        await page.GetByTestId("key-saved").ClickAsync();
        await Expect(page.GetByTestId("revoke-key")).ToHaveCountAsync(1);
        await PortalBrowser.LookAsync(page, $"account-details-{device}");

        await page.GetByTestId("disable-account").ClickAsync();
        await page.GetByTestId("disable-account-confirm").ClickAsync();
        await Expect(page.GetByTestId("account-state")).ToContainTextAsync("已停用");
        await Expect(page.GetByTestId("keys-table")).ToContainTextAsync("已撤销");
        await page.GetByRole(AriaRole.Tab, new() { Name = "变动记录" }).ClickAsync();
        await Expect(page.GetByTestId("account-log")).ToContainTextAsync("签发接口密钥");
    }

    /// <summary>One who scores for two departments and signs for a third is opened in the pages, and has the pages of both duties.</summary>
    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task PersonWithSeveralDuties_IsOpenedSignsInAndSeesBothWorks(
        string device,
        int width,
        int height
    )
    {
        var userName = $"several-{device}";
        var office = await _browser.SignInAsync(
            _final.Account("townshipAdministrator"),
            width,
            height
        );
        await office.GotoAsync("/accounts");
        await office.GetByTestId("open-account").ClickAsync();
        await office.GetByTestId("new-account-user-name").FillAsync(userName);
        await office.GetByTestId("new-account-display-name").FillAsync("两办评分、分管平安");
        await PortalBrowser.ChooseAsync(office, "duty-role-0", "部门评分");
        await TypeAsync(office, "duty-departments-0", "党建办", "社建办");
        await office.GetByTestId("add-duty").ClickAsync();
        await PortalBrowser.ChooseAsync(office, "duty-role-1", "签批领导");
        await TypeAsync(office, "duty-departments-1", "平安办");
        await PortalBrowser.LookAsync(office, $"new-account-duties-{device}");
        await office.GetByTestId("new-account-submit").ClickAsync();
        var link = await office.GetByTestId("shown-link").InnerTextAsync();
        await office.GetByTestId("link-delivered").ClickAsync();
        await Expect(office.GetByTestId($"account-row-{userName}"))
            .ToContainTextAsync("签批领导（分管平安办）");
        var password = GeneratedPassword.Create();
        await _final.Administrator.AcceptAsync(
            new Uri(link.Trim()).AbsolutePath,
            password,
            CancellationToken.None
        );

        var account = new DemoAccount(userName, "leader", userName, password);
        var page = await _browser.SignInAsync(
            account,
            width,
            height,
            await platform.PhoneOfAsync(account)
        );

        await page.GotoAsync("/sheets");
        await Expect(page.GetByTestId("sheet-list")).ToContainTextAsync("平安办");
        await Expect(page.GetByTestId("sheet-list")).ToContainTextAsync("社建办");
        await page.GotoAsync("/results");
        await Expect(page.GetByTestId("download-results")).ToBeVisibleAsync();
        await page.GotoAsync("/account");
        await Expect(page.GetByText("部门评分（党建办、社建办）；签批领导（分管平安办）"))
            .ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, $"account-duties-{device}");
    }

    /// <summary>Somebody else has changed the account meanwhile: both are shown, and the person decides.</summary>
    [Fact]
    public async Task AccountChangedMeanwhile_IsShownNextToWhatWasTyped()
    {
        await InviteAsync(
            new
            {
                userName = "meanwhile",
                displayName = "原名称",
                duties = new[] { new { role = "area", area = "gj07" } },
            }
        );
        var first = await ChangingAsync("先保存的");
        var second = await ChangingAsync("后保存的");
        await first.GetByTestId("change-account-submit").ClickAsync();
        await Expect(first.GetByTestId("account-drawer")).ToContainTextAsync("先保存的");

        await second.GetByTestId("change-account-submit").ClickAsync();
        await Expect(second.GetByTestId("changed-meanwhile")).ToContainTextAsync("先保存的");
        await Expect(second.GetByTestId("change-account-display-name"))
            .ToHaveValueAsync("后保存的");
        await PortalBrowser.LookAsync(second, "account-changed-meanwhile");
        await second.GetByTestId("change-account-submit").ClickAsync();
        await Expect(second.GetByTestId("account-drawer")).ToContainTextAsync("后保存的");
    }

    /// <summary>The administrator's browser, with a new name typed and not yet saved.</summary>
    private async Task<IPage> ChangingAsync(string name)
    {
        var page = await _browser.SignInAsync(_final.Account("townshipAdministrator"), 1440, 900);
        await page.GotoAsync("/accounts?account=meanwhile");
        await page.GetByTestId("change-account").ClickAsync();
        await page.GetByTestId("change-account-display-name").FillAsync(name);
        return page;
    }

    /// <summary>A file with a mistake opens nothing; put right, it gives a sheet of slips, one for each person.</summary>
    [Fact]
    public async Task Administrator_OpensAccountsFromAFile_AndPrintsTheSlips()
    {
        const string header = "用户名,显示名称,职责,部门,居民区,工作人员编号\n";
        var page = await _browser.SignInAsync(_final.Account("townshipAdministrator"), 1440, 900);
        // What a person would see of the printer's dialog is none of the page's business.
        await page.AddInitScriptAsync("window.print = () => {};");
        await page.GotoAsync("/accounts");
        await page.GetByRole(AriaRole.Tab, new() { Name = "批量开户" }).ClickAsync();
        await UploadAsync(page, header + "paper-1,张三,国王,,,\n");
        await Expect(page.GetByTestId("account-file-problems")).ToContainTextAsync("第 2 行");
        await Expect(page.GetByTestId("open-file")).ToHaveCountAsync(0);

        await UploadAsync(
            page,
            header
                + "paper-1,张三,部门评分,党建办、社建办,,\npaper-1,,签批领导,平安办,,\npaper-2,第七居民区,居民区,,gj07,\n"
        );
        await PortalBrowser.LookAsync(page, "account-file-preview");
        await page.GetByTestId("open-file").ClickAsync();
        await page.GetByTestId("open-file-confirm").ClickAsync();
        await page.GetByTestId("print-invitations").ClickAsync();

        var slips = page.GetByTestId("invitation-sheet").Locator(".print-label");
        await Expect(slips).ToHaveCountAsync(2);
        await Expect(slips.First).ToContainTextAsync("严禁转发");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(slips.First).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "invitation-sheet");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GetByTestId("invitations-close").ClickAsync();
    }

    private static Task UploadAsync(IPage page, string text) =>
        page.Locator("[data-testid=account-file] input[type=file], input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = "accounts.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(text),
                }
            );

    /// <summary>Types names into a choice of several, each ended with Enter.</summary>
    private static async Task TypeAsync(IPage page, string choice, params string[] names)
    {
        var box = page.GetByTestId(choice).Locator("input");
        foreach (var name in names)
        {
            await box.FillAsync(name);
            await box.PressAsync("Enter");
        }

        await box.PressAsync("Escape");
    }

    [Fact]
    public async Task Administrator_InvitesAgain_TheOldLinkIsVoidAndTheNewOneShownOnce()
    {
        var old = await InviteAsync(
            new
            {
                userName = "again",
                displayName = "平安办评分员",
                duties = new[]
                {
                    new { role = "departmentScorer", departments = new[] { "平安办", "城建中心" } },
                },
            }
        );
        var page = await _browser.SignInAsync(_final.Account("townshipAdministrator"), 1440, 900);
        await page.GotoAsync("/accounts?account=again");
        await Expect(page.GetByTestId("account-state")).ToContainTextAsync("已邀请");
        await Expect(page.GetByTestId("account-drawer")).ToContainTextAsync("平安办、城建中心");
        await page.GetByTestId("invite-again-again").ClickAsync();
        await page.GetByTestId("invite-again-confirm").ClickAsync();
        var shown = (await page.GetByTestId("shown-link").InnerTextAsync()).Trim();
        await page.GetByTestId("link-delivered").ClickAsync();
        await Expect(page.GetByTestId("shown-link")).ToHaveCountAsync(0);

        var visitor = await _browser.NewPageAsync(1440, 900);
        await visitor.GotoAsync(old);
        await Expect(visitor.GetByTestId("invitation-not-valid")).ToBeVisibleAsync();
        await visitor.GotoAsync(shown);
        await Expect(visitor.GetByTestId("invitation-user-name")).ToHaveTextAsync("again");
    }

    [Theory]
    [InlineData(
        "leader",
        "待办 考核周期 名册 科室评分表 满意度测评 考核结果 加减分事项 办理程序 公示公告 异议 审计"
    )]
    [InlineData("surveyor", "待办 数据导入 满意度测评 公示公告")]
    [InlineData("financeApprover", "待办 考核结果 公示公告 绩效发放")]
    [InlineData("departmentScorer", "待办 考核周期 科室评分表 加减分事项 公示公告 异议")]
    [InlineData("area", "待办 考核结果 加减分事项 办理程序 公示公告 异议")]
    public async Task Role_SeesItsPagesWithoutBeingRefused(string role, string titles)
    {
        var page = await SignInToNewAccountAsync(role);
        var links = page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" })
            .GetByRole(AriaRole.Link);
        await Expect(links).ToHaveTextAsync(titles.Split(' '));

        foreach (var title in titles.Split(' '))
        {
            var refused = new List<string>();
            void Note(object? _, IResponse answer)
            {
                if (answer.Status == 403)
                {
                    refused.Add(answer.Url);
                }
            }

            page.Response += Note;
            await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true })
                .First.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
                .ToContainTextAsync(title);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Expect(page.GetByTestId("trouble")).ToHaveCountAsync(0);
            page.Response -= Note;
            Assert.Empty(refused);
        }
    }

    /// <summary>The old second factor goes, and a role that needs one may do nothing but enrol another.</summary>
    private static async Task ChangePhoneAsync(IPage page, string recoveryCode)
    {
        await page.GotoAsync("/account");
        await page.GetByTestId("remove-second-factor").ClickAsync();
        await page.GetByTestId("other-factor").ClickAsync();
        await page.GetByTestId("recovery-code").FillAsync(recoveryCode);
        await page.GetByTestId("code-submit").ClickAsync();
        await Expect(page.GetByTestId("begin-enrolment")).ToBeVisibleAsync();
        await page.GotoAsync("/account");
        await Expect(page.GetByTestId("begin-enrolment")).ToBeVisibleAsync();
    }

    /// <summary>A second visit, in another browser, without the telephone.</summary>
    private async Task<IPage> SignInByRecoveryCodeAsync(
        string userName,
        string password,
        string recoveryCode,
        string device,
        (int Width, int Height) size
    )
    {
        var page = await _browser.NewPageAsync(size.Width, size.Height);
        await page.GotoAsync("/");
        await PortalBrowser.FillCredentialsAsync(page, userName, password);
        await PortalBrowser.ShowCodeAsync(page, "000000");
        await Expect(page.GetByTestId("trouble")).ToContainTextAsync("动态口令");
        await PortalBrowser.LookAsync(page, $"sign-in-code-{device}");
        await page.GetByTestId("other-factor").ClickAsync();
        await page.GetByTestId("recovery-code").FillAsync(recoveryCode);
        await page.GetByTestId("code-submit").ClickAsync();
        await Expect(page.GetByTestId("user-menu")).ToBeVisibleAsync();
        return page;
    }

    private async Task<IPage> SignInToNewAccountAsync(string role)
    {
        var userName = $"pages-{role}";
        var campaigns = await _final.Administrator.GetAsync(
            "/api/survey/campaigns",
            CancellationToken.None
        );
        var link = await InviteAsync(
            new
            {
                userName,
                displayName = userName,
                duties = new[]
                {
                    new
                    {
                        role,
                        departments = new[] { "党建办" },
                        campaigns = new[] { campaigns![0]!["id"]!.GetValue<string>() },
                        area = "gj07",
                    },
                },
            }
        );
        var password = GeneratedPassword.Create();
        await _final.Administrator.AcceptAsync(link, password, CancellationToken.None);
        var account = new DemoAccount(userName, role, userName, password);
        return await _browser.SignInAsync(
            account,
            1440,
            900,
            role == "leader" || role.StartsWith("finance", StringComparison.Ordinal)
                ? await platform.PhoneOfAsync(account)
                : null
        );
    }

    private static async Task SetPasswordAsync(IPage page, string password)
    {
        await page.GetByTestId("password-next").FillAsync(password);
        await page.GetByTestId("password-again").FillAsync(password);
        await page.GetByTestId("accept-invitation").ClickAsync();
    }

    /// <returns>The path of the link.</returns>
    private async Task<string> InviteAsync(object account)
    {
        var opened = await _final.Administrator.PostAsync(
            "/api/accounts",
            account,
            CancellationToken.None
        );
        return opened!["invitation"]!["path"]!.GetValue<string>();
    }
}
