using System.Text;
using Assessment.Demo;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// A notice as a resident reads it on the phone, without an account and without script, and as the office prints it.
/// </summary>
[Collection(PlatformCollection.Name)]
public sealed class PublicityPagesTest(Platform platform)
{
    private const string Township = "danan";
    private const string Contact = "街道考绩办，电话 0577-00000000";

    [Fact]
    public async Task Notice_IsReadOnThePhoneWithoutScript_AndPrintedOnA4()
    {
        var accounts = await platform.MakeAccountsAsync(Township);
        var administrator = accounts.Single(one => one.Role == "townshipAdministrator");
        var client = await platform.SignInAsync(administrator.UserName, administrator.Password);
        var year = await CaseYear.CalculateAsync(client, "danan-2017");
        var notice = await PubliciseAsync(year, client);
        await platform.Days.PassAsync(1, CancellationToken.None);
        await using var browser = await PortalBrowser.StartAsync(platform);

        await AssertReadByAnybodyAsync(browser, year, notice);
        await AssertListedForWhoIsSignedInAsync(browser, accounts, notice);
        await AssertPrintedAsync(browser, administrator, year, notice);
    }

    private async Task<string> PubliciseAsync(CaseYear year, PlatformClient client)
    {
        var walk = new ProcedureWalk(
            year.Cycle,
            client,
            client,
            _ => client,
            platform.Days.PassAsync,
            _ => { }
        );
        var now = await walk.UntilAsync("publicise", CancellationToken.None);
        var scheduled = await year.PostAsync(
            $"{year.Path}/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)now["earliestFirst"]!,
                contact = Contact,
                signedBy = "大南街道考绩办",
            }
        );
        return (string)scheduled["publicities"]![0]!["notice"]!;
    }

    private async Task AssertReadByAnybodyAsync(PortalBrowser browser, CaseYear year, string notice)
    {
        var page = await browser.NewPageAsync(390, 844, hasScript: false);
        await page.GotoAsync($"/notices?township={Township}");
        await PortalBrowser.LookAsync(page, "notices-phone");
        await page.GetByRole(AriaRole.Link, new() { Name = "汇总结果公示" }).ClickAsync();

        await Expect(page).ToHaveURLAsync($"{platform.Gateway}/notices/{notice}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("汇总结果公示");
        foreach (var text in new[] { year.Facts.Areas[0].Name, Contact, "如有异议", "个自然日" })
        {
            await Expect(page.GetByText(text).First).ToBeVisibleAsync();
        }

        await PortalBrowser.LookAsync(page, "notice-phone");
        var unknown = await page.GotoAsync("/notices/nothing");
        Assert.Equal(404, unknown!.Status);
        await PortalBrowser.LookAsync(page, "notice-unknown-phone");
    }

    private async Task AssertListedForWhoIsSignedInAsync(
        PortalBrowser browser,
        IReadOnlyList<DemoAccount> accounts,
        string notice
    )
    {
        var scorer = accounts.First(one => one.Role == "departmentScorer");
        foreach (
            var (device, width, height) in new[] { ("desktop", 1440, 900), ("phone", 390, 844) }
        )
        {
            var page = await browser.SignInAsync(scorer, width, height);
            await page.GotoAsync("/publicity");
            await page.GetByTestId("notice").ClickAsync();
            await Expect(page).ToHaveURLAsync($"{platform.Gateway}/publicity/{notice}");
            await Expect(page.GetByTestId("notice-text")).ToContainTextAsync(Contact);
            await PortalBrowser.LookAsync(page, $"publicity-notice-{device}");
        }
    }

    private static async Task AssertPrintedAsync(
        PortalBrowser browser,
        DemoAccount administrator,
        CaseYear year,
        string notice
    )
    {
        var page = await browser.SignInAsync(administrator, 1440, 900);
        await page.GotoAsync($"/procedure/{year.Cycle}");
        await page.GetByTestId("notice-qr").ClickAsync();
        await Expect(page.GetByTestId("notice-code")).ToContainTextAsync($"/notices/{notice}");
        await PortalBrowser.LookAsync(page, "notice-code-desktop");
        var address = await page.GetByTestId("notice-print").GetAttributeAsync("href");
        await page.GotoAsync(address!);
        await PortalBrowser.LookAsync(page, "notice-sheet-desktop");
        var file = Path.Combine(Repository.Root, "artifacts", "screenshots", "notice-sheet.pdf");

        await page.PdfAsync(new PagePdfOptions { Path = file, PreferCSSPageSize = true });

        using var document = PdfDocument.Open(file);
        var pages = document.GetPages().ToList();
        Assert.True(pages.Count >= 2, "All areas and people of the case do not fit on one sheet.");
        Assert.All(pages, one => Assert.Equal(PageSize.A4, one.Size));
        var texts = pages.ConvertAll(one =>
            // The font's letters come back as radicals where both look the same.
            string.Concat(one.Letters.Select(letter => letter.Value))
                .Normalize(NormalizationForm.FormKC)
        );
        var all = string.Concat(texts);
        foreach (var area in year.Facts.Areas)
        {
            Assert.Contains(area.Name, all, StringComparison.Ordinal);
        }

        Assert.Contains("大南街道考绩办", texts[^1], StringComparison.Ordinal);
        Assert.Contains("（盖章）", texts[^1], StringComparison.Ordinal);
        // The table's head is on every page that the table goes on to.
        Assert.All(
            texts.SkipLast(1),
            text => Assert.Contains("总分", text, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("请用浏览器的", all, StringComparison.Ordinal);
    }
}
