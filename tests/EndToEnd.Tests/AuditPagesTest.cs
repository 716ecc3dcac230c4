using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>The audit page in headless Chromium: all services in one list by time, filtered, and exported for anybody to verify.</summary>
[Collection(PlatformCollection.Name)]
public sealed class AuditPagesTest(Platform platform)
{
    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task Records_OfAllServices_AreJoinedByTimeFilteredAndExported(
        string device,
        int width,
        int height
    )
    {
        var final = await platform.FinalAsync();
        await using var browser = await PortalBrowser.StartAsync(platform);
        var page = await browser.SignInAsync(final.Account("townshipAdministrator"), width, height);

        await page.GotoAsync("/audit");
        await Expect(Rows(page).First).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, $"audit-{device}");
        await AllServicesAreJoinedByTimeAsync(page);

        await FilterByActionAsync(page, "签批生效");
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(Rows(page).First).ToContainTextAsync("签批生效");
        await Rows(page).First.ClickAsync();
        var changes = page.Locator(".audit-changes");
        await Expect(changes).ToContainTextAsync("变动后");
        await PortalBrowser.LookAsync(page, $"audit-details-{device}");

        var who = page.GetByTestId("audit-who").Locator("input");
        await who.FillAsync("nobody");
        await who.PressAsync("Enter");
        await Expect(page.GetByText("没有符合条件的记录。")).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, $"audit-empty-{device}");
        // A list that was passed on is found again by its address.
        await page.ReloadAsync();
        await Expect(page.GetByText("没有符合条件的记录。")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "清除条件" }).ClickAsync();
        await Expect(Rows(page).First).ToBeVisibleAsync();

        await PortalBrowser.ChooseAsync(page, "audit-service", "发放");
        await Expect(Tags(page, "考核")).ToHaveCountAsync(0);
        await Expect(Tags(page, "发放").First).ToBeVisibleAsync();

        await ExportIsVerifiedAsync(page);
    }

    private static ILocator Rows(IPage page) =>
        page.GetByTestId("audit-table").Locator("tbody tr.ant-table-row");

    private static ILocator Tags(IPage page, string service) =>
        Rows(page).Locator(".ant-tag").GetByText(service, new() { Exact = true });

    /// <summary>Whatever service a record is of, the newer one is above.</summary>
    private static async Task AllServicesAreJoinedByTimeAsync(IPage page)
    {
        var more = page.GetByTestId("audit-more");
        while (await more.CountAsync() > 0)
        {
            var before = await Rows(page).CountAsync();
            await more.ClickAsync();
            await Eventually.HoldsAsync(async () =>
                await more.CountAsync() == 0 || await Rows(page).CountAsync() > before
            );
        }

        foreach (var service in new[] { "考核", "测评", "热线", "发放", "账号" })
        {
            await Expect(Tags(page, service).First).ToBeVisibleAsync();
        }

        var times = (
            await Rows(page)
                .EvaluateAllAsync<string[]>(
                    "rows => rows.map(row => row.innerText.match(/\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}/)[0])"
                )
        ).Select(time => DateTime.Parse(time, CultureInfo.InvariantCulture));
        Assert.Equal(times.OrderDescending(), times);
    }

    private static async Task FilterByActionAsync(IPage page, string action)
    {
        var select = page.GetByTestId("audit-action");
        await select.ClickAsync();
        await select.Locator("input").FillAsync(action);
        await select.Locator("input").PressAsync("Enter");
        await Expect(select).ToContainTextAsync(action);
    }

    private static async Task ExportIsVerifiedAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByTestId("audit-export").ClickAsync()
        );
        Assert.StartsWith("审计记录-", download.SuggestedFilename, StringComparison.Ordinal);
        var file = Path.Combine(Path.GetTempPath(), $"assessment-audit-{Guid.NewGuid():N}.ndjson");
        await download.SaveAsAsync(file);

        var (code, output) = await VerifyAsync(file);

        Assert.True(code == 0, output);
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, lines.Where((_, at) => at != lines.Length / 2));
        Assert.NotEqual(0, (await VerifyAsync(file)).Code);
        File.Delete(file);
    }

    private static async Task<(int Code, string Output)> VerifyAsync(string file)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [Repository.Program("src/Assess.Cli", "assess"), "verify-audit", file]
            )
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, output);
    }
}
