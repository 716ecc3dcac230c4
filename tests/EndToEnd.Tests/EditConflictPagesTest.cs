using System.Text;
using Assessment.Demo;
using Assessment.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>Two people with the same thing before them, in headless Chromium: the later one sees both edits and chooses.</summary>
[Collection(PlatformCollection.Name)]
public sealed class EditConflictPagesTest(Platform platform)
{
    private const string Tickets =
        "工单编号,来源,受理时间,办结时限,办结时间,诉求分类,标题,内容,地址,居民区,是否解决,满意度,剔除理由,剔除状态\n"
        + "GD1,12345,2024-06-03 09:30,2024-06-10 09:30,2024-06-05 10:00,物业管理,楼道堆物,请核实,,,是,满意,,\n";

    [Theory]
    [InlineData("desktop", 1440, 900)]
    [InlineData("phone", 390, 844)]
    public async Task LaterOfTwoDecisionsOnATicket_SeesWhatWasDecided_AndDecidesAgain(
        string device,
        int width,
        int height
    )
    {
        var township = $"tickets-{device}";
        var (administrator, office, year) = await OpenAsync(township);
        var file = Path.Combine(ScratchFolders.New(township), "tickets.csv");
        await File.WriteAllTextAsync(file, Tickets, Encoding.UTF8);
        await office.UploadAsync(
            $"/api/hotline/imports/tickets?cycle={year.Cycle}",
            file,
            CancellationToken.None
        );
        await using var browser = await PortalBrowser.StartAsync(platform);
        var first = await browser.SignInAsync(administrator, width, height);
        var second = await browser.SignInAsync(administrator, width, height);
        await ShowTicketAsync(first, year.Cycle);
        await ShowTicketAsync(second, year.Cycle);
        var areas = await AreasAsync(office);
        await AttributeAsync(first, areas[0]);
        await Expect(first.GetByTestId("ticket-history")).ToContainTextAsync(areas[0]);

        await AttributeAsync(second, areas[1]);
        await Expect(second.GetByTestId("attribution-conflict-area")).ToContainTextAsync(areas[0]);
        await Expect(second.GetByTestId("attribution-conflict-area")).ToContainTextAsync(areas[1]);
        await PortalBrowser.LookAsync(second, $"attribution-conflict-{device}");
        await second.GetByTestId("attribute").ClickAsync();
        await Expect(second.GetByTestId("ticket-history")).ToContainTextAsync(areas[1]);

        // The first one has not seen that the area is another one by now.
        await ProposeAsync(first);
        await Expect(first.GetByTestId("exclusion-conflict-area")).ToContainTextAsync(areas[1]);
        await PortalBrowser.LookAsync(first, $"exclusion-conflict-{device}");
        await ProposeAsync(first);
        await Expect(first.GetByTestId("ticket-history")).ToContainTextAsync("剔除申请");
    }

    private async Task<(
        DemoAccount Administrator,
        PlatformClient Office,
        TownshipYear Year
    )> OpenAsync(string township)
    {
        var accounts = await platform.MakeAccountsAsync(township);
        var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
        var office = await platform.SignInAsync(administrator.UserName, administrator.Password);
        var year = platform.YearOf(office);
        await year.OpenAsync(CancellationToken.None);
        return (administrator, office, year);
    }

    private static async Task ShowTicketAsync(IPage page, string cycle)
    {
        await page.GotoAsync($"/tickets/{cycle}");
        // The import may still be under way.
        await Eventually.HoldsAsync(
            "the ticket is listed",
            async () =>
            {
                await page.ReloadAsync();
                await Expect(page.GetByTestId("tickets-table")).ToBeVisibleAsync();
                return await page.GetByTestId("ticket-row-GD1").CountAsync() > 0;
            }
        );
        await page.GetByTestId("ticket-row-GD1").ClickAsync();
        await Expect(page.GetByTestId("ticket-shown")).ToBeVisibleAsync();
    }

    private static async Task AttributeAsync(IPage page, string area)
    {
        await PortalBrowser.ChooseAsync(page, "attribution-area", area);
        await page.GetByTestId("attribute").ClickAsync();
    }

    private static async Task ProposeAsync(IPage page)
    {
        await PortalBrowser.ChooseAsync(page, "exclusion-reason", "不属实");
        await page.GetByTestId("exclusion-propose").ClickAsync();
        await page.GetByTestId("exclusion-confirm").ClickAsync();
    }

    private static async Task<string[]> AreasAsync(PlatformClient office) =>
        [
            .. (await office.GetAsync("/api/scoring/areas", CancellationToken.None))!
                .AsArray()
                .Select(area => (string)area!["name"]!)
                .Take(2),
        ];
}
