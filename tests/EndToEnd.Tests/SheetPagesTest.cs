using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>A department's sheet through its hands, in headless Chromium: pasted, returned once, signed; and on the phone.</summary>
[Collection(PlatformCollection.Name)]
public sealed class SheetPagesTest(Platform platform)
{
    private const string Department = "社建办";
    private static readonly string[] Items =
    [
        "R1.1",
        "R2.1",
        "R2.2",
        "R2.3",
        "R2.4",
        "R2.5",
        "R2.6",
    ];

    [Fact]
    public async Task Department_PastesItsSheet_TheLeaderReturnsItOnce_AndSigns()
    {
        var (accounts, office, year) = await platform.ScoringAsync("sheets");
        var scorer = await Platform.OpenScorerAsync(office, "sheets-scorer", Department);
        var areas = await AreasAsync(office);
        await using var browser = await PortalBrowser.StartAsync(platform);
        var page = await browser.SignInAsync(scorer, 1440, 900);
        await page.GotoAsync(Address(year, Department));

        await PasteAsync(page, areas);
        await SubmitAsync(page);

        var leader = accounts.Single(account => account.Role == "leader");
        var signer = await browser.SignInAsync(
            leader,
            1440,
            900,
            await platform.PhoneOfAsync(leader)
        );
        await ReturnAsync(signer, year);
        await page.ReloadAsync();
        await Expect(page.GetByText("甲类居民区分数偏高").First).ToBeVisibleAsync();
        await TypeAsync(page, $"cell-{areas[0]}-R2.1", "81");
        await SaveAsync(page);
        await SubmitAsync(page);
        await SignAsync(signer);

        Assert.Equal(
            (areas.Length * Items.Length, 81m),
            await SignedAsync(office, year.Cycle, areas[0])
        );
        await FreezingSaysWhatIsOpenAsync(browser, accounts, office, year);
    }

    [Fact]
    public async Task ScorerOfTwoDepartments_OnThePhone_KeepsASheetOfEach_AndSeesWhoWasFaster()
    {
        var (_, office, year) = await platform.ScoringAsync("sheets-phone");
        var both = await Platform.OpenScorerAsync(
            office,
            "sheets-phone-both",
            Department,
            "党服中心"
        );
        var other = await Platform.OpenScorerAsync(office, "sheets-phone-other", Department);
        await using var browser = await PortalBrowser.StartAsync(platform);
        var page = await browser.SignInAsync(both, 390, 844);
        await page.GotoAsync(Address(year, "党服中心"));
        await FillAsync(page, "77");
        await SaveAsync(page);
        await PortalBrowser.LookAsync(page, "sheet-phone");
        await page.GotoAsync(Address(year, Department));
        await Expect(Value(page)).ToHaveValueAsync("");
        var second = await browser.SignInAsync(other, 390, 844);
        await second.GotoAsync(Address(year, Department));
        await FillAsync(second, "90");
        await FillAsync(page, "84");
        await SaveAsync(page);

        await second.GetByTestId("save-all").ClickAsync();
        var conflicts = second.GetByTestId("cell-conflicts");
        await Expect(conflicts).ToContainTextAsync("84");
        await Expect(conflicts).ToContainTextAsync("sheets-phone-both");
        await PortalBrowser.LookAsync(second, "sheet-conflict-phone");
        await conflicts.GetByRole(AriaRole.Button, new() { Name = "用我的" }).First.ClickAsync();
        await SaveAsync(second);

        Assert.Equal(
            [("党服中心", 77m, true), (Department, 84m, false), (Department, 90m, true)],
            await LedgerAsync(office, year.Cycle)
        );
    }

    /// <summary>A block of a spreadsheet with one mistake, which is named and put right.</summary>
    private static async Task PasteAsync(IPage page, string[] areas)
    {
        var grid = page.GetByTestId("sheet-grid");
        await page.GetByTestId($"cell-{areas[0]}-{Items[0]}").ClickAsync();
        var rows = areas.Select(
            (_, row) =>
                string.Join(
                    '\t',
                    Items.Select((_, column) => row + column == 0 ? "101" : $"{70 + (row % 20)}")
                )
        );
        await grid.EvaluateAsync(
            """
            (table, text) => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              table.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            string.Join('\n', rows)
        );
        await Expect(page.GetByTestId("unsaved"))
            .ToContainTextAsync($"{areas.Length * Items.Length}");
        await Expect(page.GetByTestId("cell-problems")).ToContainTextAsync("0 至 100");
        await PortalBrowser.LookAsync(page, "sheet-pasted-desktop");
        await TypeAsync(page, $"cell-{areas[0]}-{Items[0]}", "80");
        await SaveAsync(page);
    }

    private static async Task TypeAsync(IPage page, string cell, string value)
    {
        await page.GetByTestId(cell).ClickAsync();
        await page.Keyboard.TypeAsync(value);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByTestId("save-all").ClickAsync();
        await Expect(page.GetByTestId("unsaved")).ToContainTextAsync("全部已保存");
    }

    private static async Task SubmitAsync(IPage page)
    {
        await page.GetByTestId("sheets-submit").ClickAsync();
        await Expect(page.GetByTestId("sheets-act-follows")).ToBeVisibleAsync();
        await page.GetByTestId("sheets-act-confirm").ClickAsync();
        await Expect(page.GetByTestId("sheet-state")).ToContainTextAsync("待签批");
    }

    private static async Task ReturnAsync(IPage page, TownshipYear year)
    {
        await page.GotoAsync($"/sheets?cycle={year.Cycle}");
        await Expect(page.GetByTestId("sheet-list")).ToContainTextAsync(Department);
        await PortalBrowser.LookAsync(page, "sheets-leader-desktop");
        await page.GotoAsync(Address(year, Department));
        await page.GetByTestId("sheets-return").ClickAsync();
        await page.GetByTestId("sheets-act-reason").FillAsync("甲类居民区分数偏高");
        await page.GetByTestId("sheets-act-confirm").ClickAsync();
        await Expect(page.GetByTestId("sheet-state")).ToContainTextAsync("退回");
    }

    private static async Task SignAsync(IPage page)
    {
        await page.ReloadAsync();
        await page.GetByTestId("sheets-sign").ClickAsync();
        await PortalBrowser.LookAsync(page, "sheet-sign-desktop");
        await page.GetByTestId("sheets-act-confirm").ClickAsync();
        await Expect(page.GetByTestId("sheet-state")).ToContainTextAsync("已签批");
        await page.SetViewportSizeAsync(390, 844);
        await PortalBrowser.LookAsync(page, "sheet-signed-phone");
    }

    private static async Task FreezingSaysWhatIsOpenAsync(
        PortalBrowser browser,
        IReadOnlyList<DemoAccount> accounts,
        PlatformClient office,
        TownshipYear year
    )
    {
        await year.CalculateAsync(CancellationToken.None);
        var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
        var page = await browser.SignInAsync(administrator, 1440, 900);
        await page.GotoAsync($"/cycles/{year.Cycle}");
        await page.GetByTestId("to-procedure").ClickAsync();
        await page.GetByTestId("finding-campaign.open").GetByText("查看明细").ClickAsync();
        await Expect(page.GetByTestId("finding-campaign.open")).ToContainTextAsync("座谈会");
        await Expect(page.GetByTestId("finding-campaign.open")).ToContainTextAsync("不计入");
        await Expect(page.GetByTestId("still-missing")).ToContainTextAsync("党服中心");
        await page.GetByTestId("freeze").ClickAsync();
        await Expect(page.GetByText("请写明理由，或补齐后再定稿").First).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, "freeze-desktop");
        var state = await office.GetAsync(
            $"/api/scoring/cycles/{year.Cycle}",
            CancellationToken.None
        );
        Assert.Equal("calculated", (string?)state!["state"]);
    }

    private static ILocator Value(IPage page) => page.GetByTestId("value-gj01-R1.1");

    private static async Task FillAsync(IPage page, string value)
    {
        await Value(page).FillAsync(value);
        await Value(page).BlurAsync();
    }

    private static string Address(TownshipYear year, string department) =>
        $"/sheets?cycle={year.Cycle}&department={department}";

    private static async Task<string[]> AreasAsync(PlatformClient office) =>
        [
            .. (await office.GetAsync("/api/scoring/areas", CancellationToken.None))!
                .AsArray()
                .Select(area => (string)area!["id"]!),
        ];

    /// <returns>How many cells count, and what counts of the area's second line.</returns>
    private static async Task<(int Cells, decimal Value)> SignedAsync(
        PlatformClient office,
        string cycle,
        string area
    )
    {
        var sheet = await office.GetAsync(
            $"/api/scoring/cycles/{cycle}/sheets/cells?department={Department}",
            CancellationToken.None
        );
        var cells = sheet!["cells"]!.AsArray().Where(cell => cell!["counted"] is not null).ToList();
        return (
            cells.Count,
            (decimal)
                cells.Single(cell =>
                    (string?)cell!["subject"] == area && (string?)cell["item"] == Items[1]
                )!["counted"]!
        );
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
