using Assessment.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>高境's procedure from calculated to final by clicks: the office freezes and publicises, the leader decides and signs on the phone.</summary>
internal static class ProcedureClicks
{
    /// <param name="cycle">Id of the calculated cycle.</param>
    public static async Task ToFinalAsync(
        Platform platform,
        PortalBrowser browser,
        DemoAccount administrator,
        DemoAccount leader,
        string cycle
    )
    {
        var office = await browser.SignInAsync(administrator, 1440, 900);
        await office.GotoAsync($"/procedure/{cycle}");
        await FreezeAsync(office);
        await PubliciseAsync(office);
        await platform.Days.PassAsync(6, CancellationToken.None);
        var phone = await browser.SignInAsync(
            leader,
            390,
            844,
            await platform.PhoneOfAsync(leader)
        );
        await DecideAsync(phone, cycle);
        await Expect(phone.GetByTestId("open-campaigns")).ToContainTextAsync("永久销毁");
        await SignAsync(phone, await platform.PhoneOfAsync(leader));

        await office.ReloadAsync();
        await Expect(office.GetByTestId("procedure-final")).ToBeVisibleAsync();
        await office.GetByTestId("step-remarks").FillAsync("镇党建办通报");
        await office.GetByTestId("take-step").ClickAsync();
        await Expect(office.GetByTestId("due-step")).ToContainTextAsync("向居民区反馈");
        await PortalBrowser.LookAsync(office, "procedure-desktop");
    }

    /// <summary>Each kind of finding is passed with a reason.</summary>
    private static async Task FreezeAsync(IPage page)
    {
        await Expect(page.GetByTestId("freeze")).ToBeVisibleAsync();
        foreach (var reason in await page.Locator("textarea[data-testid^='reason-']").AllAsync())
        {
            await reason.FillAsync("经核实，情况属实");
        }

        await page.GetByTestId("freeze").ClickAsync();
        await page.GetByTestId("freeze-confirm").ClickAsync();
        await Expect(page.GetByTestId("due-step")).ToHaveAttributeAsync("data-kind", "publicise");
    }

    public static async Task PubliciseAsync(IPage page)
    {
        await page.GetByTestId("publicity-contact").FillAsync("镇党建办，电话 021-00000000");
        await page.GetByTestId("publicise").ClickAsync();
        await Expect(page.GetByTestId("publicity-running")).ToContainTextAsync("期满后自动结束");
        await PortalBrowser.LookAsync(page, "publicity-desktop");
    }

    public static async Task DecideAsync(IPage page, string cycle)
    {
        await page.GotoAsync($"/procedure/{cycle}");
        await Expect(page.GetByTestId("due-step")).ToHaveAttributeAsync("data-kind", "decide");
        await page.GetByTestId("meeting-present").FillAsync("领导小组全体成员");
        await PortalBrowser.LookAsync(page, "decide-phone");
        await page.GetByTestId("decide").ClickAsync();
        await page.GetByTestId("decide-confirm").ClickAsync();
    }

    /// <summary>With another code than that of the sign-in.</summary>
    public static async Task SignAsync(IPage page, Authenticator authenticator)
    {
        await Expect(page.GetByTestId("due-step")).ToHaveAttributeAsync("data-kind", "final");
        await page.GetByTestId("finalize").ClickAsync();
        var code = page.GetByTestId("second-factor-code");
        await code.FillAsync("000000");
        await code.PressAsync("Enter");
        await Expect(page.GetByTestId("trouble")).ToContainTextAsync("口令没有通过");
        await PortalBrowser.LookAsync(page, "sign-phone");
        await code.FillAsync(await authenticator.NextCodeAsync(CancellationToken.None));
        await code.PressAsync("Enter");
        await Expect(page.GetByTestId("procedure-final")).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(page, "final-phone");
    }
}
