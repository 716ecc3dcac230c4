using Assessment.Demo;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// 大南's procedure: the notice as a resident reads it on the phone, without an account and without script, and objects to it; as the
/// office prints it; then the decision, the second publicity, the signature, and the replay of what is downloaded.
/// </summary>
[Collection(PlatformCollection.Name)]
public sealed class PublicityPagesTest(Platform platform)
{
    private const string Township = "danan";
    private const string Contact = "街道考绩办，电话 0577-00000000";

    [Fact]
    public async Task DananYear_IsReadOnThePhone_ObjectedTo_DecidedPublicisedAgainAndReplayed()
    {
        var accounts = await platform.MakeAccountsAsync(Township);
        var administrator = accounts.Single(one => one.Role == "townshipAdministrator");
        var client = await platform.SignInAsync(administrator.UserName, administrator.Password);
        var signer = await platform.LeaderAsync(accounts);
        var year = await CaseYear.CalculateAsync(platform, Township, client, signer, "danan-2017");
        var notice = await PubliciseAsync(year, client);
        await platform.Days.PassAsync(1, CancellationToken.None);
        await using var browser = await PortalBrowser.StartAsync(platform);

        await AssertReadByAnybodyAsync(browser, year, notice);
        await AssertListedForWhoIsSignedInAsync(browser, accounts, notice);
        await AssertPrintedAsync(browser, administrator, year, notice);
        var receipt = await ObjectAsync(browser, year, notice);
        var leader = accounts.Single(one => one.Role == "leader");
        await RefuseAsync(year, administrator, signer);
        await Expect(receipt).ToBeVisibleAsync();
        await AssertAnsweredAsync(receipt.Page);
        await DecideAndSignAsync(browser, administrator, leader, year);
    }

    /// <summary>The form works without script; its receipt leads to what became of it.</summary>
    private static async Task<ILocator> ObjectAsync(
        PortalBrowser browser,
        CaseYear year,
        string notice
    )
    {
        var page = await browser.NewPageAsync(390, 844, hasScript: false);
        await page.GotoAsync($"/notices/{notice}");
        await page.GetByRole(AriaRole.Link, new() { Name = "在线提出异议" }).ClickAsync();
        await page.GetByLabel("对谁的公示内容有异议")
            .SelectOptionAsync(new SelectOptionValue { Value = year.Facts.Areas[0].Id });
        await page.GetByLabel("公示的结果不符合实际").CheckAsync();
        await page.GetByLabel("具体情况").FillAsync("一季度的检查结果与我们看到的不一样");
        await PortalBrowser.LookAsync(page, "objection-notice-phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "异议已收到" }))
            .ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, "objection-receipt-phone");
        return page.GetByRole(AriaRole.Link, new() { Name = "查看办理情况" });
    }

    private static async Task RefuseAsync(
        CaseYear year,
        DemoAccount administrator,
        PlatformClient leader
    )
    {
        var objection = $"{year.Path}/procedure/objections/1";
        await year.PostAsync($"{objection}/accept", new { looksInto = administrator.UserName });
        await year.PostAsync($"{objection}/finding", new { found = "检查记录与公示一致" });
        await leader.PostAsync(
            $"{objection}/refuse",
            new { reason = "查无实据" },
            CancellationToken.None
        );
        await year.PostAsync($"{objection}/answer", new { answer = "经核查，公示无误" });
    }

    private static async Task AssertAnsweredAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "查看办理情况" }).ClickAsync();
        await Expect(page.GetByText("经核查，公示无误")).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, "objection-state-phone");
    }

    private async Task DecideAndSignAsync(
        PortalBrowser browser,
        DemoAccount administrator,
        DemoAccount leader,
        CaseYear year
    )
    {
        await platform.Days.PassAsync(3, CancellationToken.None);
        var authenticator = await platform.PhoneOfAsync(leader);
        var phone = await browser.SignInAsync(leader, 390, 844, authenticator);
        await ProcedureClicks.DecideAsync(phone, year.Cycle);
        await Expect(phone.GetByTestId("due-step")).ToHaveAttributeAsync("data-kind", "publicise");
        var office = await browser.SignInAsync(administrator, 1440, 900);
        await office.GotoAsync($"/procedure/{year.Cycle}");
        await ProcedureClicks.PubliciseAsync(office);
        await platform.Days.PassAsync(4, CancellationToken.None);
        await phone.ReloadAsync();
        await ProcedureClicks.SignAsync(phone, authenticator);

        await office.GotoAsync($"/results/{year.Cycle}");
        var folder = Directory.CreateTempSubdirectory("assessment-danan-");
        try
        {
            var file = await office.DownloadAsync(
                "download-final-file",
                folder.FullName,
                "final.zip"
            );
            Assert.Contains(
                $"居民区 {year.Facts.Areas.Count} 个",
                await FinalFileReplay.RunAsync(file, key: null),
                StringComparison.Ordinal
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
            string.Concat(one.Letters.Select(letter => LetterOf(letter.Value)))
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

    /// <summary>Where a radical (U+2F00 and on) looks like a character, the font's letters come back as the radical.</summary>
    private static string LetterOf(string letter)
    {
        const string Radicals = "⼤⽰⽹⼯⼈⽤⽇⽉⼀⼆⼋⼗⽂⾯⾏⽅⽴";
        const string Characters = "大示网工人用日月一二八十文面行方立";
        var place = Radicals.IndexOf(letter, StringComparison.Ordinal);
        return place < 0 ? letter : Characters.Substring(place, 1);
    }
}
