using System.Globalization;
using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>Results and payouts of people, as officials and finance see them, in headless Chromium.</summary>
[Collection(PlatformCollection.Name)]
public sealed class StaffPagesTest(Platform platform)
{
    private static readonly (string Device, int Width, int Height)[] Devices =
    [
        ("desktop", 1440, 900),
        ("phone", 390, 844),
    ];

    [Fact]
    public async Task ResultsOfStaff_AreShownByClassExplainedAndDownloaded()
    {
        var accounts = await platform.MakeAccountsAsync("jingan");
        var administrator = Account(accounts, "townshipAdministrator");
        var year = await StaffYear.FinalizeAsync(
            platform,
            "jingan",
            await platform.SignInAsync(administrator.UserName, administrator.Password),
            await platform.LeaderAsync(accounts)
        );
        await using var browser = await PortalBrowser.StartAsync(platform);
        foreach (var (device, width, height) in Devices)
        {
            var page = await browser.SignInAsync(administrator, width, height);
            await AssertPanelsAsync(page, year, device);
            await AssertResultsAsync(page, year, device);
            await AssertExplanationAsync(page, device);
        }

        var finance = Account(accounts, "financePreparer");
        var phone = await platform.PhoneOfAsync(finance);
        foreach (var (device, width, height) in Devices)
        {
            var page = await browser.SignInAsync(finance, width, height, phone);
            await page.GotoAsync($"/payout/{year.Cycle}");
            await Expect(page.GetByTestId("payout-row-ja01p2")).ToBeVisibleAsync();
            await Expect(page.GetByTestId("payout-undecided")).ToContainTextAsync("171 人");
            await PortalBrowser.LookAsync(page, $"staff-payout-{device}");
        }
    }

    /// <summary>How far each panel is, and who is missing by name.</summary>
    private static async Task AssertPanelsAsync(IPage page, StaffYear year, string device)
    {
        await page.GotoAsync($"/cycles/{year.Cycle}");
        var sources = page.GetByTestId("cycle-sources");
        foreach (var panel in new[] { "党员群众测评", "居民区互评", "书记、主任考评" })
        {
            await Expect(sources.GetByRole(AriaRole.Row).Filter(new() { HasText = panel }).First)
                .ToContainTextAsync("测评评议");
        }

        await PortalBrowser.LookAsync(page, $"panels-progress-{device}");
    }

    private static async Task AssertResultsAsync(IPage page, StaffYear year, string device)
    {
        await page.GotoAsync($"/results/{year.Cycle}");
        // The chart comes last and moves what is below it; a click before that may miss.
        await Expect(page.GetByTestId("grade-distribution").Locator("canvas, svg").First)
            .ToBeVisibleAsync();
        await page.GetByTestId("staff-tab-heads").ClickAsync();
        foreach (var head in StaffYear.Expected["staff"]!.AsArray().Take(2))
        {
            var row = page.GetByTestId($"result-row-{head!["id"]}");
            await Expect(row)
                .ToContainTextAsync(
                    head["total"]!
                        .GetValue<decimal>()
                        .ToString("0.00", CultureInfo.InvariantCulture)
                );
            await Expect(row).ToContainTextAsync((string)head["grade"]!);
        }

        await Expect(page.GetByTestId("staff-table-heads")).ToContainTextAsync("居民区内部互评");
        await PortalBrowser.LookAsync(page, $"staff-results-{device}");
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByTestId("download-results").ClickAsync()
        );
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
    }

    private static async Task AssertExplanationAsync(IPage page, string device)
    {
        await page.GetByTestId("result-row-ja01p0").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByTestId("subject-summary")).ToContainTextAsync("86.22");
        await PortalBrowser.OpenStepAsync(page, "total");
        await PortalBrowser.OpenStepAsync(page, "internal");
        var total = page.GetByTestId("explanation-node-total").First;
        await Expect(total).ToContainTextAsync("五（二）");
        await PortalBrowser.LookAsync(page, $"staff-explanation-{device}");
    }

    private static DemoAccount Account(IReadOnlyList<DemoAccount> accounts, string role) =>
        accounts.First(account => account.Role == role);
}
