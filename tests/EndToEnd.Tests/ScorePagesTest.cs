using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>Scores of a person with two departments, and what is said before a publication, in headless Chromium.</summary>
[Collection(PlatformCollection.Name)]
public sealed class ScorePagesTest(Platform platform)
{
    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task ScorerOfTwoDepartments_KeepsASheetOfEach_AndFreezingSaysWhatIsOpen(
        string device,
        int width,
        int height
    )
    {
        var township = $"sheets-{device}";
        var accounts = await platform.MakeAccountsAsync(township);
        var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
        var office = await platform.SignInAsync(administrator.UserName, administrator.Password);
        var year = platform.YearOf(office);
        await year.OpenAsync(CancellationToken.None);
        await office.PostAsync(
            $"/api/scoring/cycles/{year.Cycle}/start-scoring",
            new { },
            CancellationToken.None
        );
        var scorer = await ScorerAsync(office, township);
        await using var browser = await PortalBrowser.StartAsync(platform);

        var sheets = await browser.SignInAsync(scorer, width, height);
        await KeepSheetsAsync(sheets, year.Cycle, device);
        Assert.Equal(
            [("党服中心", 77m, true), ("社建办", 84m, false), ("社建办", 85m, true)],
            await LedgerAsync(office, year.Cycle)
        );
        await WithdrawAsync(sheets);

        await year.CalculateAsync(CancellationToken.None);
        var page = await browser.SignInAsync(administrator, width, height);
        await page.GotoAsync($"/cycles/{year.Cycle}");
        await page.GetByTestId("to-procedure").ClickAsync();
        await page.GetByTestId("finding-campaign.open").GetByText("查看明细").ClickAsync();
        await Expect(page.GetByTestId("finding-campaign.open")).ToContainTextAsync("座谈会");
        await Expect(page.GetByTestId("finding-campaign.open")).ToContainTextAsync("不计入");
        await Expect(page.GetByTestId("still-missing")).ToContainTextAsync("党服中心");
        await page.GetByTestId("freeze").ClickAsync();
        await Expect(page.GetByText("请写明理由，或补齐后再定稿").First).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, $"freeze-{device}");
        var state = await office.GetAsync(
            $"/api/scoring/cycles/{year.Cycle}",
            CancellationToken.None
        );
        Assert.Equal("calculated", (string?)state!["state"]);
    }

    private static async Task KeepSheetsAsync(IPage page, string cycle, string device)
    {
        await page.GotoAsync($"/scores/{cycle}?department=党服中心&item=R1.1");
        await Expect(page.GetByTestId("score-department")).ToContainTextAsync("党服中心");
        await GiveAsync(page, "77");
        await PortalBrowser.ChooseAsync(page, "score-department", "社建办");
        await Expect(page.GetByTestId("score-item")).ToContainTextAsync("R1.1");
        await Expect(page.GetByTestId("score-gj01")).ToHaveValueAsync("");
        await GiveAsync(page, "84");

        // Another score in its place says why, on the page already.
        await page.GetByTestId("score-gj01").FillAsync("85");
        await Expect(page.GetByTestId("problem-gj01")).ToContainTextAsync("改分请写明理由");
        await Expect(page.GetByTestId("save-score-gj01")).ToBeDisabledAsync();
        await page.GetByTestId("score-gj01").FillAsync("101");
        await Expect(page.GetByTestId("problem-gj01")).ToContainTextAsync("0 至 100");
        await PortalBrowser.LookAsync(page, $"scores-{device}");
        await page.GetByTestId("score-gj01").FillAsync("85");
        await page.GetByTestId("reason-gj01").FillAsync("补交台账");
        await SaveAsync(page);
    }

    private static async Task WithdrawAsync(IPage page)
    {
        await page.GetByTestId("withdraw-score-gj01").ClickAsync();
        await Expect(page.GetByTestId("withdraw-confirm")).ToBeDisabledAsync();
        await page.GetByTestId("withdraw-reason").FillAsync("评错了居民区");
        await page.GetByTestId("withdraw-confirm").ClickAsync();
        await Expect(page.GetByTestId("withdraw-score-gj01")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("score-gj01")).ToHaveValueAsync("");
    }

    private static async Task GiveAsync(IPage page, string score)
    {
        await page.GetByTestId("score-gj01").FillAsync(score);
        await SaveAsync(page);
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByTestId("save-score-gj01").ClickAsync();
        // Saved, the sheet has it from the ledger, and there is nothing to save.
        await Expect(page.GetByTestId("withdraw-score-gj01")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("save-score-gj01")).ToBeDisabledAsync();
    }

    private static async Task<DemoAccount> ScorerAsync(PlatformClient office, string township)
    {
        var userName = $"{township}-scorer";
        var opened = await office.PostAsync(
            "/api/accounts",
            new
            {
                userName,
                displayName = "两个部门的评分员",
                duties = new[]
                {
                    new { role = "departmentScorer", departments = new[] { "社建办", "党服中心" } },
                },
            },
            CancellationToken.None
        );
        var password = GeneratedPassword.Create();
        await office.AcceptAsync(
            (string)opened!["invitation"]!["path"]!,
            password,
            CancellationToken.None
        );
        return new DemoAccount(userName, "departmentScorer", "两个部门的评分员", password);
    }

    private static async Task<(string, decimal, bool)[]> LedgerAsync(
        PlatformClient office,
        string cycle
    ) =>
        [
            .. (
                await office.GetAsync(
                    $"/api/scoring/cycles/{cycle}/facts?item=R1.1",
                    CancellationToken.None
                )
            )!
                .AsArray()
                .Select(entry =>
                    ((string)entry!["by"]!, (decimal)entry["value"]!, (bool)entry["current"]!)
                )
                .Order(),
        ];
}
