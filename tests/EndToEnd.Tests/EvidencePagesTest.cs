using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>佐证文件 in the score sheet, in headless Chromium: attached, refused at their place, kept with the score, downloaded.</summary>
[Collection(PlatformCollection.Name)]
public sealed class EvidencePagesTest(Platform platform)
{
    private const string Department = "社建办";
    private const string Item = "R1.1";

    private static readonly byte[] Slip = "第一季度走访记录：共 12 户"u8.ToArray();

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task EvidenceOfAScore_IsAttachedKeptAndDownloaded_AndWhatIsNoDocumentIsRefused(
        string device,
        int width,
        int height
    )
    {
        var (cycle, scorer) = await ScoringAsync($"evidence-{device}");
        await using var browser = await PortalBrowser.StartAsync(platform);
        var page = await browser.SignInAsync(scorer, width, height);
        var sheet = $"/scores/{cycle}?department={Department}&item={Item}";
        await page.GotoAsync(sheet);
        var files = page.GetByTestId("files-gj01");

        await AttachAsync(files, "程序.exe", "MZ"u8.ToArray());
        await Expect(files.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("不支持以“.exe”结尾的文件");
        // By its name a document, by its content none.
        await AttachAsync(files, "走访记录.pdf", [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00]);
        await Expect(files.GetByRole(AriaRole.Alert)).ToContainTextAsync("不支持这种文件");
        await Expect(files.GetByRole(AriaRole.Button, new() { Name = "下载" })).ToHaveCountAsync(0);
        await PortalBrowser.LookAsync(page, $"evidence-refused-{device}");

        await AttachAsync(files, "走访记录.txt", Slip);
        await Expect(Download(files, "走访记录.txt")).ToBeVisibleAsync();
        await Expect(files.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await AttachAsync(files, "传错的.txt", "传错了"u8.ToArray());
        await files.GetByRole(AriaRole.Button, new() { Name = "移除 传错的.txt" }).ClickAsync();
        await Expect(Download(files, "传错的.txt")).ToHaveCountAsync(0);
        await page.GetByTestId("score-gj01").FillAsync("88");
        await PortalBrowser.LookAsync(page, $"evidence-attached-{device}");
        await page.GetByTestId("save-score-gj01").ClickAsync();
        await Expect(page.GetByTestId("withdraw-score-gj01")).ToBeVisibleAsync();

        await page.GotoAsync(sheet);
        await Expect(page.GetByTestId("score-gj01")).ToHaveValueAsync("88");
        var downloaded = await page.RunAndWaitForDownloadAsync(() =>
            Download(files, "走访记录.txt").ClickAsync()
        );
        Assert.Equal("走访记录.txt", downloaded.SuggestedFilename);
        await using var content = await downloaded.CreateReadStreamAsync();
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        Assert.Equal(Slip, read.ToArray());
        await PortalBrowser.LookAsync(page, $"evidence-kept-{device}");
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

    /// <summary>A township whose scoring has begun, and one who scores in it.</summary>
    private async Task<(string Cycle, DemoAccount Scorer)> ScoringAsync(string township)
    {
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
        var userName = $"{township}-scorer";
        var opened = await office.PostAsync(
            "/api/accounts",
            new
            {
                userName,
                displayName = "社建办评分员",
                duties = new[]
                {
                    new { role = "departmentScorer", departments = new[] { Department } },
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
        return (
            year.Cycle,
            new DemoAccount(userName, "departmentScorer", "社建办评分员", password)
        );
    }
}
