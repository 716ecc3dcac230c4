using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>佐证文件 in a department's sheet, in headless Chromium: attached, refused at their place, kept with the cell, downloaded.</summary>
[Collection(PlatformCollection.Name)]
public sealed class EvidencePagesTest(Platform platform)
{
    private const string Department = "社建办";
    private const string Area = "gj01";
    private const string Item = "R1.1";

    private static readonly byte[] Slip = "第一季度走访记录：共 12 户"u8.ToArray();

    [Fact]
    public async Task EvidenceOfACell_IsAttachedOnThePhone_RefusedWhereItIsNoDocument_AndDownloadedFromTheGrid()
    {
        var (_, office, year) = await platform.ScoringAsync("evidence");
        var scorer = await Platform.OpenScorerAsync(office, "evidence-scorer", Department);
        await using var browser = await PortalBrowser.StartAsync(platform);
        var page = await browser.SignInAsync(scorer, 390, 844);
        var sheet = $"/sheets?cycle={year.Cycle}&department={Department}";
        await page.GotoAsync(sheet);
        var files = page.GetByTestId($"files-{Area}-{Item}");
        await page.GetByTestId($"files-switch-{Area}-{Item}").ClickAsync();

        await RefuseAsync(page, files);
        await AttachAsync(files, "走访记录.txt", Slip);
        await Expect(Download(files, "走访记录.txt")).ToBeVisibleAsync();
        await Expect(files.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await AttachAsync(files, "传错的.txt", "传错了"u8.ToArray());
        await files.GetByRole(AriaRole.Button, new() { Name = "移除 传错的.txt" }).ClickAsync();
        await Expect(Download(files, "传错的.txt")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("cell-problems"))
            .ToContainTextAsync("没有分值的格不能附佐证文件");
        await SaveAsync(page, "88");

        await page.GotoAsync(sheet);
        await Expect(page.GetByTestId($"value-{Area}-{Item}")).ToHaveValueAsync("88");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "有佐证文件 1 个" }))
            .ToBeVisibleAsync();
        await FromTheGridAsync(page, files);
    }

    /// <summary>At the place where they were chosen.</summary>
    private static async Task RefuseAsync(IPage page, ILocator files)
    {
        await AttachAsync(files, "程序.exe", "MZ"u8.ToArray());
        await Expect(files.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("不支持以“.exe”结尾的文件");
        // By its name a document, by its content none.
        await AttachAsync(files, "走访记录.pdf", [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00]);
        await Expect(files.GetByRole(AriaRole.Alert)).ToContainTextAsync("不支持这种文件");
        await Expect(files.GetByRole(AriaRole.Button, new() { Name = "下载" })).ToHaveCountAsync(0);
        await PortalBrowser.LookAsync(page, "evidence-refused-phone");
    }

    private static async Task SaveAsync(IPage page, string value)
    {
        var field = page.GetByTestId($"value-{Area}-{Item}");
        await field.FillAsync(value);
        await field.BlurAsync();
        await PortalBrowser.LookAsync(page, "evidence-attached-phone");
        await page.GetByTestId("save-all").ClickAsync();
        await Expect(page.GetByTestId("unsaved")).ToContainTextAsync("全部已保存");
    }

    private static async Task FromTheGridAsync(IPage page, ILocator files)
    {
        await page.SetViewportSizeAsync(1440, 900);
        var cell = page.GetByTestId($"cell-{Area}-{Item}");
        await Expect(cell.GetByRole(AriaRole.Img, new() { Name = "有佐证文件 1 个" }))
            .ToBeVisibleAsync();
        await cell.ClickAsync();
        var downloaded = await page.RunAndWaitForDownloadAsync(() =>
            Download(files, "走访记录.txt").ClickAsync()
        );
        Assert.Equal("走访记录.txt", downloaded.SuggestedFilename);
        await using var content = await downloaded.CreateReadStreamAsync();
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        Assert.Equal(Slip, read.ToArray());
        await PortalBrowser.LookAsync(page, "evidence-kept-desktop");
    }

    private static ILocator Download(ILocator files, string name) =>
        files.GetByRole(AriaRole.Button, new() { Name = $"下载 {name}" });

    private static Task AttachAsync(ILocator files, string name, byte[] content) =>
        files
            .Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = content,
                }
            );
}
