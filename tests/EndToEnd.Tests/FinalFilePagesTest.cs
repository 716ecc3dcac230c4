using System.Text;
using System.Text.RegularExpressions;
using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// A final file as the administrator downloads it, verified with the key that everybody sees; and what must not be in it
/// is not, though the platform knows it.
/// </summary>
[Collection(PlatformCollection.Name)]
public sealed partial class FinalFilePagesTest(Platform platform) : IDisposable
{
    private const string Township = "final-file";
    private const string PayBase = "98765.43";

    /// <summary>In the file of hotline tickets: the text, and a caller's address.</summary>
    private static readonly string[] TicketTexts = ["居民来电反映", "江杨居民区22号"];

    private static readonly (string Device, int Width, int Height)[] Devices =
    [
        ("desktop", 1440, 900),
        ("phone", 390, 844),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assessment-final-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task YearSignedByClicks_GivesAFileThatIsReplayedWithThePublicKey_AndTellsNothingSecret()
    {
        var accounts = await platform.MakeAccountsAsync(Township);
        await EnterPayBaseAsync(Account(accounts, "financePreparer"));
        var administrator = Account(accounts, "townshipAdministrator");
        var year = platform.YearOf(
            await platform.SignInAsync(administrator.UserName, administrator.Password),
            await platform.LeaderAsync(accounts),
            await platform.ScorerAsync(accounts)
        );
        await year.OpenAsync(CancellationToken.None);
        await year.CollectAsync(CancellationToken.None);
        await year.CalculateAsync(CancellationToken.None);
        await using var browser = await PortalBrowser.StartAsync(platform);
        await ProcedureClicks.ToFinalAsync(
            platform,
            browser,
            administrator,
            Account(accounts, "leader"),
            year.Cycle
        );
        var page = await browser.SignInAsync(administrator, 1440, 900);

        await page.GotoAsync($"/results/{year.Cycle}");
        var file = await page.DownloadAsync("download-final-file", _folder.FullName, "final.zip");
        var key = await KeyAsync(browser);
        var output = await FinalFileReplay.RunAsync(file, key);

        Assert.Contains("与指定的公钥一致", output, StringComparison.Ordinal);
        Assert.Contains("居民区 30 个", output, StringComparison.Ordinal);
        var results = await year.ResultsAsync(CancellationToken.None);
        Assert.Contains((string)results["digest"]!, output, StringComparison.Ordinal);
        MustNotSay(await File.ReadAllBytesAsync(file));
    }

    private static void MustNotSay(byte[] file)
    {
        var households = File.ReadLines(Path.Combine(Repository.Year, "responses.csv"))
            .Skip(1)
            .Select(line => line.Split(',')[4])
            .Where(household => household.Length > 0)
            .Take(200)
            .ToList();
        Assert.NotEmpty(households);
        Assert.True(Says(TicketFile(), TicketTexts[0]));
        Assert.All(
            [.. TicketTexts, PayBase, .. households],
            secret => Assert.False(Says(file, secret), $"{secret} is in the final file")
        );
    }

    /// <summary>The page for everybody, at both widths; without signing in.</summary>
    private async Task<string> KeyAsync(PortalBrowser browser)
    {
        var key = "";
        foreach (var (device, width, height) in Devices)
        {
            var page = await browser.NewPageAsync(width, height);
            await page.GotoAsync("/sign-in");
            await page.GetByRole(AriaRole.Link, new() { Name = "验签公钥" }).ClickAsync();
            var shown = page.GetByTestId("signing-key").First;
            await Expect(shown).ToContainTextAsync("使用中");
            await Expect(shown.GetByTestId("fingerprint")).ToHaveTextAsync(Fingerprint());
            await Expect(shown).ToContainTextAsync("BEGIN PUBLIC KEY");
            await PortalBrowser.LookAsync(page, $"signing-keys-{device}");
            key = await page.DownloadAsync("download-key", _folder.FullName, $"{device}.pem");
        }

        return key;
    }

    private async Task EnterPayBaseAsync(DemoAccount finance)
    {
        var file = Path.Combine(_folder.FullName, "bases.csv");
        await File.WriteAllTextAsync(file, $"id,base\ngj01p0,{PayBase}\n");
        var client = await platform.SignInAsync(finance.UserName, finance.Password);
        var phone = await client.EnrolAsync(_ => Task.CompletedTask, CancellationToken.None);
        await client.SignInAsync(finance.UserName, finance.Password, CancellationToken.None, phone);
        await client.UploadAsync("/api/payout/imports/bases", file, CancellationToken.None);
    }

    private static DemoAccount Account(IReadOnlyList<DemoAccount> accounts, string role) =>
        accounts.First(account => account.Role == role);

    private static byte[] TicketFile()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = File.ReadAllText(
            Path.Combine(Repository.Year, "tickets.csv"),
            Encoding.GetEncoding("GB18030")
        );
        return Encoding.UTF8.GetBytes(text);
    }

    private static bool Says(byte[] file, string text) =>
        file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 1000)]
    private static partial Regex Fingerprint();
}
