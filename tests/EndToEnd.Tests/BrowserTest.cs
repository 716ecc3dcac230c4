using Assessment.Imports.Spreadsheets;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>The portal as officials and finance see it, in headless Chromium.</summary>
[Collection(PlatformCollection.Name)]
public sealed class BrowserTest(Platform platform) : IAsyncLifetime
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
    public async Task Administrator_SeesProgressResultsChartAndExplanation(
        string device,
        int width,
        int height
    )
    {
        var page = await SignInAsync("townshipAdministrator", width, height);

        await page.GotoAsync($"/cycles/{_final.Year.Cycle}");
        await Expect(page.GetByTestId("cycle-steps")).ToHaveAttributeAsync("data-state", "final");
        await PortalBrowser.LookAsync(page, $"cycle-{device}");

        await page.GotoAsync($"/results/{_final.Year.Cycle}");
        await Expect(page.GetByTestId("result-row-gj09")).ToContainTextAsync("92.44");
        await Expect(page.GetByTestId("grade-distribution").Locator("canvas, svg").First)
            .ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, $"results-{device}");

        await page.GetByTestId("results-search").GetByRole(AriaRole.Searchbox).FillAsync("江杨");
        await Expect(page.GetByTestId("result-row-gj09")).ToHaveCountAsync(0);
        await page.GetByTestId("result-row-gj07").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByTestId("explanation")).ToBeVisibleAsync();
        await PortalBrowser.OpenStepAsync(page, "total");
        await PortalBrowser.OpenStepAsync(page, "G");
        await PortalBrowser.OpenStepAsync(page, "G3");
        var hotline = page.GetByTestId("explanation-node-G3").First;
        await Expect(hotline).ToContainTextAsync("综合评分前5名的居民区得24分");
        await Expect(hotline).ToContainTextAsync("附件1第3项");
        await PortalBrowser.OpenStepAsync(page, "hotline");
        await Expect(hotline).ToContainTextAsync("SH2024");
        await PortalBrowser.LookAsync(page, $"explanation-{device}");
    }

    [Fact]
    public async Task Results_SortedByTotalAndFilteredByGrade_ShowWhatIsAsked()
    {
        var page = await SignInAsync("townshipAdministrator", 1440, 900);
        await page.GotoAsync($"/results/{_final.Year.Cycle}");
        var rows = page.Locator("[data-testid^=result-row-]");
        await Expect(rows).ToHaveCountAsync(30);

        await page.GetByRole(AriaRole.Columnheader, new() { Name = "总分" }).First.ClickAsync();
        await Expect(rows.First).ToHaveAttributeAsync("data-testid", "result-row-gj13");

        await page.GetByRole(AriaRole.Columnheader, new() { Name = "等次" })
            .First.GetByRole(AriaRole.Button)
            .ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "优秀" }).ClickAsync();
        await Expect(page.Locator(".ant-table-filter-dropdown input:checked")).ToHaveCountAsync(1);
        await page.Locator(".ant-table-filter-dropdown-btns .ant-btn-primary").ClickAsync();
        await Expect(rows).ToHaveCountAsync(9);
    }

    [Fact]
    public async Task Results_Downloaded_AreAWorkbookWithTheSameNumbers()
    {
        var page = await SignInAsync("townshipAdministrator", 1440, 900);
        await page.GotoAsync($"/results/{_final.Year.Cycle}");

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByTestId("download-results").ClickAsync()
        );
        var table = TableReader.Read(await File.ReadAllBytesAsync((await download.PathAsync())!));

        Assert.Equal(30, table.Rows.Count);
        Assert.Contains(table.Rows, row => row["总分"] == "92.44" && row["等次（拟）"] == "优秀");
    }

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task Finance_SeesThePayoutSheetWithItsReasons(string device, int width, int height)
    {
        var account = _final.Account("financePreparer");
        var phone = await platform.PhoneOfAsync(account);
        var page = await _browser.SignInAsync(account, width, height, phone);
        await page.GotoAsync($"/payout/{_final.Year.Cycle}");

        await Expect(page.GetByTestId("payout-row-gj07p0")).ToContainTextAsync("5,000");
        await PortalBrowser.LookAsync(page, $"payout-{device}");
        await page.GetByTestId("payout-row-gj07p0").ClickAsync();
        await Expect(page.GetByTestId("payout-explanation")).ToContainTextAsync("5000元/人");
    }

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task Administrator_SeesCampaignsTicketsImportsAndAccounts(
        string device,
        int width,
        int height
    )
    {
        var page = await SignInAsync("townshipAdministrator", width, height);

        await page.GotoAsync("/campaigns");
        await Expect(page.GetByTestId("campaigns-table")).ToContainTextAsync("座谈会");
        await PortalBrowser.LookAsync(page, $"campaigns-{device}");
        await page.GotoAsync("/tickets");
        await Expect(page.GetByTestId("tickets-table")).ToContainTextAsync("SH2024");
        await PortalBrowser.LookAsync(page, $"tickets-{device}");
        await page.GotoAsync("/imports");
        await Expect(page.Locator("body")).ToContainTextAsync("responses.csv");
        await Expect(page.GetByTestId("import-columns")).ToContainTextAsync("party_members");
        await PortalBrowser.LookAsync(page, $"imports-{device}");
        await page.GotoAsync("/accounts");
        await Expect(page.GetByTestId("account-row-gaojing-finance")).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, $"accounts-{device}");
    }

    [Fact]
    public async Task WrongPassword_IsSaidInChinese_AndNothingIsShown()
    {
        var page = await _browser.NewPageAsync(1440, 900);
        await page.GotoAsync("/");
        await PortalBrowser.FillCredentialsAsync(page, "gaojing-admin", "wrong-password-here");

        await Expect(page.GetByTestId("sign-in-form")).ToContainTextAsync("用户名或密码");
        await PortalBrowser.LookAsync(page, "sign-in-desktop");
    }

    private Task<IPage> SignInAsync(string role, int width, int height) =>
        _browser.SignInAsync(_final.Account(role), width, height);
}
