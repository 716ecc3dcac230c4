using Assessment.Demo;
using Assessment.Testing.Hosts;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>A township's first file: the template, filled in, looked at, imported and undone, in headless Chromium.</summary>
[Collection(PlatformCollection.Name)]
public sealed class ImportPagesTest(Platform platform)
{
    private const string Workbook =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task Template_FilledIn_IsPreviewedImportedAndUndone(
        string device,
        int width,
        int height
    )
    {
        var township = $"imports-{device}";
        var accounts = await platform.MakeAccountsAsync(township);
        var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
        await using var browser = await PortalBrowser.StartAsync(platform);
        var page = await browser.SignInAsync(administrator, width, height);
        await page.GotoAsync("/imports?kind=areas");

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByTestId("import-template").ClickAsync()
        );
        var template = await File.ReadAllBytesAsync((await download.PathAsync())!);
        await ChooseAsync(page, "untouched.xlsx", template);
        await Expect(page.GetByTestId("import-preview")).ToContainTextAsync("没有数据行");
        await Expect(page.GetByTestId("import-confirm")).ToBeDisabledAsync();

        await ChooseAsync(
            page,
            "areas.xlsx",
            FilledTemplate.Append(
                template,
                ["001", "甲居民区", "", "1200", "86"],
                ["002", "乙居民区", "", "很多", "40"]
            )
        );
        var preview = page.GetByTestId("preview-table");
        await Expect(preview).ToContainTextAsync("甲居民区");
        await Expect(preview).ToContainTextAsync("“总户数”应为");
        await Expect(page.GetByTestId("preview-added")).ToContainTextAsync("1");
        await PortalBrowser.LookAsync(page, $"import-preview-{device}");

        await page.GetByTestId("import-confirm").ClickAsync();
        var report = page.GetByTestId("import-report");
        await Expect(report).ToHaveAttributeAsync("data-status", "completed");
        await Expect(page.GetByTestId("import-scope")).ToContainTextAsync("街镇名册");
        await Expect(page.GetByTestId("import-scope")).ToContainTextAsync("areas.xlsx");
        await Expect(page.GetByTestId("count-added")).ToContainTextAsync("1");
        await PortalBrowser.LookAsync(page, $"import-report-{device}");

        await page.GetByTestId("undo-import").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog))
            .ToContainTextAsync("新增的 1 条将从名册中移除");
        await page.GetByTestId("undo-reason").FillAsync("演示");
        await PortalBrowser.LookAsync(page, $"import-undo-{device}");
        await page.GetByTestId("undo-confirm").ClickAsync();
        await Expect(page.GetByTestId("import-undone")).ToContainTextAsync("演示");
        var office = await platform.SignInAsync(administrator.UserName, administrator.Password);
        var areas = await office.GetAsync("/api/scoring/areas", CancellationToken.None);
        Assert.Empty(areas!.AsArray());
    }

    private static Task ChooseAsync(IPage page, string name, byte[] content) =>
        page.Locator("input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = Workbook,
                    Buffer = content,
                }
            );
}
