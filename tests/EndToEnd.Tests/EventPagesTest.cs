using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>加减分事项 by clicks through three hands: an area applies on the phone, the department checks, the office approves.</summary>
[Collection(PlatformCollection.Name)]
public sealed class EventPagesTest(Platform platform)
{
    private const string Number = "2024-001";

    [Fact]
    public async Task HonourOfAnArea_IsCheckedWithItsPresumption_AndApproved()
    {
        var accounts = await platform.MakeAccountsAsync("events");
        var administrator = Account(accounts, "townshipAdministrator");
        var client = await platform.SignInAsync(administrator.UserName, administrator.Password);
        var year = platform.YearOf(client);
        await year.OpenAsync(CancellationToken.None);
        await using var browser = await PortalBrowser.StartAsync(platform);
        var area = await browser.SignInAsync(Account(accounts, "area"), 390, 844);
        var keeper = await browser.SignInAsync(
            accounts.Single(account => account.Duty == "党建办评分员"),
            390,
            844
        );
        var office = await browser.SignInAsync(administrator, 1440, 900);

        await ApplyAsync(area);
        await CheckAsync(keeper);
        await ApproveAsync(office);

        await area.ReloadAsync();
        await Expect(area.GetByTestId($"event-{Number}"))
            .ToHaveAttributeAsync("data-stage", "approved");
        await area.GetByTestId($"event-{Number}").ClickAsync();
        await Expect(area.GetByTestId("event-shown")).ToContainTextAsync("证书为区级");
        await Expect(area.GetByTestId("event-asked")).ToContainTextAsync("市委市政府");
        await PortalBrowser.LookAsync(area, "event-approved-phone");
    }

    private static async Task ApplyAsync(IPage page)
    {
        await page.GotoAsync("/events");
        await Expect(page.GetByTestId("no-events")).ToBeVisibleAsync();
        await page.GetByTestId("apply-event").ClickAsync();
        await PortalBrowser.ChooseAsync(page, "event-subject", "江杨居民区");
        await page.GetByTestId("event-submit").ClickAsync();
        await Expect(page.GetByText("请选择级别")).ToBeVisibleAsync();
        await PortalBrowser.ChooseAsync(page, "event-level", "市委市政府（2 分）");
        await page.GetByTestId("event-evidence").FillAsync("沪府〔2024〕1 号");
        await PortalBrowser.LookAsync(page, "event-form-phone");
        await page.GetByTestId("event-submit").ClickAsync();
        await Expect(page.GetByTestId($"event-{Number}"))
            .ToHaveAttributeAsync("data-stage", "applied");
    }

    /// <summary>The level is put right, which needs a remark; and what the rule presumes has to be ticked.</summary>
    private static async Task CheckAsync(IPage page)
    {
        await page.GotoAsync("/events");
        await Expect(page.GetByTestId("waiting-check")).ToContainTextAsync("等待您核实（1 条）");
        await page.GetByTestId("events-to-check").GetByTestId($"event-{Number}").ClickAsync();
        await page.GetByTestId("check-event").ClickAsync();
        await Expect(page.GetByTestId($"cap-{Number}"))
            .ToContainTextAsync("上限 3 分，还可计 3 分");
        await PortalBrowser.ChooseAsync(page, "check-level", "区委区政府");
        await page.GetByTestId("check-confirm").ClickAsync();
        await Expect(page.GetByText("更正级别或分值的，请注明理由")).ToBeVisibleAsync();
        await Expect(page.GetByText("请核对属实并逐项确认")).ToBeVisibleAsync();
        await page.GetByTestId("check-remarks").FillAsync("证书为区级");
        await page.GetByTestId("presume-综合性表彰").ClickAsync();
        await PortalBrowser.LookAsync(page, "event-check-phone");
        await page.GetByTestId("check-confirm").ClickAsync();
        await Expect(page.GetByTestId("event-shown")).ToHaveAttributeAsync("data-stage", "checked");
        await Expect(page.GetByTestId("waiting-check")).ToHaveCountAsync(0);
    }

    private static async Task ApproveAsync(IPage page)
    {
        await page.GotoAsync("/events");
        var waiting = page.GetByTestId("waiting-approve");
        await Expect(waiting).ToContainTextAsync("等待您核准（1 条）");
        await PortalBrowser.LookAsync(page, "events-desktop");
        await waiting
            .GetByRole(AriaRole.Checkbox, new() { Name = $"选择事项 {Number}" })
            .CheckAsync();
        await page.GetByTestId("approve-chosen").ClickAsync();
        await PortalBrowser.LookAsync(page, "event-approve-desktop");
        await page.GetByTestId("approve-confirm").ClickAsync();
        await Expect(page.GetByTestId("events-table").GetByTestId($"event-{Number}"))
            .ToHaveAttributeAsync("data-stage", "approved");
    }

    private static DemoAccount Account(IReadOnlyList<DemoAccount> accounts, string role) =>
        accounts.First(account => account.Role == role);
}
