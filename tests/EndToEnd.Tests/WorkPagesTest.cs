using Assessment.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assessment.EndToEnd.Tests;

/// <summary>待办 in headless Chromium: where one lands after signing in, what waits there, and that it goes when it is done.</summary>
[Collection(PlatformCollection.Name)]
public sealed class WorkPagesTest(Platform platform)
{
    private const string Township = "work";

    [Fact]
    public async Task WhatWaits_IsWhereOneLands_LeadsToItsPlace_AndGoesWhenItIsDone()
    {
        var accounts = await platform.MakeAccountsAsync(Township);
        var administrator = Account(accounts, "townshipAdministrator");
        var client = await platform.SignInAsync(administrator.UserName, administrator.Password);
        var year = platform.YearOf(
            client,
            await platform.LeaderAsync(accounts),
            await platform.ScorerAsync(accounts)
        );
        await year.OpenAsync(CancellationToken.None);
        await year.CollectAsync(CancellationToken.None);
        await year.CalculateAsync(CancellationToken.None);
        await using var browser = await PortalBrowser.StartAsync(platform);

        var office = await browser.SignInAsync(administrator, 1440, 900);
        await Expect(office).ToHaveURLAsync($"{platform.Gateway}/work");
        await Expect(office.GetByTestId("work-undated")).ToContainTextAsync("核对并定稿");
        await Expect(office.GetByTestId("work-count").First).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(office, "work-desktop");
        await office.GetByTestId("work-item-freeze").ClickAsync();
        await Expect(office).ToHaveURLAsync($"{platform.Gateway}/procedure/{year.Cycle}");

        var area = await browser.SignInAsync(Account(accounts, "area"), 390, 844);
        await Expect(area).ToHaveURLAsync($"{platform.Gateway}/work");
        await Expect(area.GetByTestId("no-work")).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(area, "work-empty-phone");

        await FreezeAsync(client, year.Cycle);
        await office.GotoAsync("/work");
        await Expect(office.GetByTestId("work-item-publicise")).ToBeVisibleAsync();
        await Expect(office.GetByTestId("work-item-freeze")).ToHaveCountAsync(0);

        await ObjectAsync(accounts, year.Cycle);
        // As when somebody comes back to the window.
        await office.EvaluateAsync("() => window.dispatchEvent(new Event('visibilitychange'))");
        await Expect(office.GetByTestId("work-item-acceptObjection"))
            .ToContainTextAsync("异议〔2024〕1 号");
        await office.GetByTestId("work-item-acceptObjection").ClickAsync();
        await Expect(office.GetByTestId("objection-shown"))
            .ToHaveAttributeAsync("data-stage", "received");

        var phone = await browser.SignInAsync(administrator, 390, 844);
        await Expect(phone.GetByTestId("work-item-acceptObjection")).ToBeVisibleAsync();
        await PortalBrowser.LookAsync(phone, "work-phone");
    }

    private static Task FreezeAsync(PlatformClient client, string cycle) =>
        new ProcedureWalk(
            cycle,
            client,
            client,
            _ => client,
            (_, _) => Task.CompletedTask,
            _ => { }
        ).FreezeAsync(CancellationToken.None);

    private async Task ObjectAsync(IReadOnlyList<DemoAccount> accounts, string cycle)
    {
        var account = Account(accounts, "area");
        var area = await platform.SignInAsync(account.UserName, account.Password);
        await area.PostAsync(
            $"/api/scoring/cycles/{cycle}/procedure/objections",
            new
            {
                matter = "score",
                subject = "gj07",
                item = "R1.2",
                text = "党组织建设得分与检查记录不符",
            },
            CancellationToken.None
        );
    }

    private static DemoAccount Account(IReadOnlyList<DemoAccount> accounts, string role) =>
        accounts.Single(account => account.Role == role);
}
